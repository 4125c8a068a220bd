package dev.waystation.platform.members.presets.store;

import dev.waystation.platform.members.presets.model.Adoption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Adoptions, the newest first; none is ever deleted. */
@Repository
public class AdoptionStore {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('presets.adoption'))";

    private static final String ALL =
            """
            select adoption_id, preset, adopted_by, adopted_at, before, after, taken_back_by,
                   taken_back_at
            from presets.adoption
            order by adoption_id desc
            """;

    private static final String ADD =
            """
            insert into presets.adoption (preset, adopted_by, adopted_at, before, after)
            values (:preset, :by, :at, :before::json, :after::json)
            returning adoption_id
            """;

    private static final String TAKE_BACK =
            """
            update presets.adoption set taken_back_by = :by, taken_back_at = :at
            where adoption_id = :id and taken_back_at is null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AdoptionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adoptions follow one another until the transaction ends. */
    public void lock() {
        jdbc.sql(LOCK).query((_, _) -> true).single();
    }

    public List<Adoption> all() {
        return jdbc.sql(ALL).query(this::adoption).list();
    }

    public long add(
            String preset,
            String by,
            Instant at,
            Map<String, JsonNode> before,
            Map<String, JsonNode> after) {
        return jdbc.sql(ADD)
                .param("preset", preset)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("before", json.writeValueAsString(before))
                .param("after", json.writeValueAsString(after))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    public boolean takeBack(long id, String by, Instant at) {
        return jdbc.sql(TAKE_BACK)
                        .param("id", id)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Adoption adoption(ResultSet row, int index) throws SQLException {
        OffsetDateTime back = row.getObject("taken_back_at", OffsetDateTime.class);
        return new Adoption(
                row.getLong("adoption_id"),
                row.getString("preset"),
                row.getString("adopted_by"),
                row.getObject("adopted_at", OffsetDateTime.class).toInstant(),
                parts(row.getString("before")),
                parts(row.getString("after")),
                row.getString("taken_back_by"),
                back == null ? null : back.toInstant());
    }

    private Map<String, JsonNode> parts(String text) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        json.readTree(text).properties().forEach(each -> parts.put(each.getKey(), each.getValue()));
        return parts;
    }
}
