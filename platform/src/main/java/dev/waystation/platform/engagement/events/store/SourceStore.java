package dev.waystation.platform.engagement.events.store;

import dev.waystation.platform.engagement.events.model.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sources; of their keys only digests. */
@Component
public class SourceStore {

    private static final String COLUMNS =
            """
            id, name, kind, venue, zone, key_prefix, devices, mapping, created_at, revoked_at,
            hook_secret_sealed is not null as signed, key_digest
            """;

    private static final String ALL = "select " + COLUMNS + " from events.source order by id";

    private static final String OPEN =
            "select " + COLUMNS + " from events.source where revoked_at is null";

    private static final String FIND = "select " + COLUMNS + " from events.source where id = :id";

    private static final String IS_NAMED =
            "select exists (select from events.source where name = :name)";

    private static final String ADD =
            """
            insert into events.source (name, kind, venue, zone, devices, mapping, key_prefix,
                key_digest, created_at)
            values (:name, :kind, :venue, :zone, cast(:devices as jsonb), cast(:mapping as jsonb),
                :prefix, :digest, :now)
            returning %s
            """
                    .formatted(COLUMNS);

    private static final String REVOKE =
            "update events.source set revoked_at = :now where id = :id and revoked_at is null";

    private static final String NAMED =
            "select " + COLUMNS + " from events.source where name = :name";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SourceStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Source named(String name) {
        return jdbc.sql(NAMED).param("name", name).query(this::read).single();
    }

    public List<Source> all() {
        return jdbc.sql(ALL).query(this::read).list();
    }

    public Source find(int id) {
        return jdbc.sql(FIND).param("id", id).query(this::read).single();
    }

    /** Open sources by the hexadecimal digest of their keys. */
    public Map<String, Source> open() {
        Map<String, Source> open = new HashMap<>();
        jdbc.sql(OPEN)
                .query((row, index) ->
                        open.put(
                                HexFormat.of().formatHex(row.getBytes("key_digest")),
                                read(row, index)))
                .list();
        return open;
    }

    public boolean isNamed(String name) {
        return jdbc.sql(IS_NAMED).param("name", name).query((row, _) -> row.getBoolean(1)).single();
    }

    public Source add(
            String name,
            String kind,
            @Nullable String venue,
            @Nullable String zone,
            Map<String, String> devices,
            @Nullable String mapping,
            String prefix,
            byte[] digest,
            Instant now) {
        return jdbc.sql(ADD)
                .param("name", name)
                .param("kind", kind)
                .param("venue", venue)
                .param("zone", zone)
                .param("devices", json.writeValueAsString(devices))
                .param("mapping", mapping)
                .param("prefix", prefix)
                .param("digest", digest)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::read)
                .single();
    }

    public boolean revoke(int id, Instant now) {
        return jdbc.sql(REVOKE).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update()
                == 1;
    }

    private Source read(ResultSet row, int index) throws SQLException {
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new Source(
                row.getInt("id"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("venue"),
                row.getString("zone"),
                row.getString("key_prefix"),
                json.readValue(
                        row.getString("devices"), new TypeReference<Map<String, String>>() {}),
                row.getString("mapping"),
                row.getBoolean("signed"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
