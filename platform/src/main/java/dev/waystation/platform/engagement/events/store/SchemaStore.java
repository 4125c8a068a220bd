package dev.waystation.platform.engagement.events.store;

import dev.waystation.platform.engagement.events.model.EventSchema;
import dev.waystation.platform.foundation.edge.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Schemas of events, all versions. */
@Component
public class SchemaStore {

    private static final String ALL =
            """
            select name, version, title_zh, title_en, schema, live, published_at
            from events.event_type
            order by name, version desc
            """;

    // The key decides between two who publish at once.
    private static final String ADD =
            """
            insert into events.event_type (name, version, title_zh, title_en, schema, published_at)
            select :name, coalesce(max(version), 0) + 1, :zh, :en, cast(:schema as jsonb), :now
            from events.event_type where name = :name
            returning version
            """;

    private static final String RETIRE =
            """
            update events.event_type set live = false
            where name = :name and version = :version and live
            """;

    private final JdbcClient jdbc;

    SchemaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name, the newest version first. */
    public List<EventSchema> all() {
        return jdbc.sql(ALL).query(SchemaStore::read).list();
    }

    /** The number of the new version. */
    public int add(String name, Said title, String schema, Instant now) {
        return jdbc.sql(ADD)
                .param("name", name)
                .param("zh", title.zh())
                .param("en", title.en())
                .param("schema", schema)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getInt(1))
                .single();
    }

    public boolean retire(String name, int version) {
        return jdbc.sql(RETIRE).param("name", name).param("version", version).update() == 1;
    }

    private static EventSchema read(ResultSet row, int index) throws SQLException {
        return new EventSchema(
                row.getString("name"),
                row.getInt("version"),
                new Said(row.getString("title_zh"), row.getString("title_en")),
                row.getString("schema"),
                row.getBoolean("live"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
