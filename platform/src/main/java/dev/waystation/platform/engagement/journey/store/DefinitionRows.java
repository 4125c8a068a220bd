package dev.waystation.platform.engagement.journey.store;

import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Journeys and their published versions. */
@Repository
public class DefinitionRows {

    private static final String COLUMNS =
            """
            select journey_id, code, name_zh, name_en, state, version, draft, created_at, published_at
            from journey.definition
            """;

    private static final String ONE = COLUMNS + "where journey_id = :id";

    private static final String LOCKED = COLUMNS + "where journey_id = :id for update";

    private static final String OPEN =
            "select true from journey.definition where journey_id = :id and state = 'published' for share";

    private static final String BY_CODE = COLUMNS + "where code = :code";

    private static final String ALL = COLUMNS + "order by journey_id";

    private static final String INSERT =
            """
            insert into journey.definition (code, name_zh, name_en, state, version, draft, created_at)
            values (:code, :zh, :en, 'draft', 0, cast(:draft as jsonb), :at)
            on conflict on constraint definition_code_is_unique do nothing
            returning journey_id
            """;

    private static final String REDRAW =
            """
            update journey.definition set draft = cast(:draft as jsonb), name_zh = :zh, name_en = :en
            where journey_id = :id
            """;

    private static final String PUBLISH_VERSION =
            """
            insert into journey.version (journey_id, version, content, published_at, published_by)
            select journey_id, :version, draft, :at, :by from journey.definition where journey_id = :id
            """;

    private static final String SET_STATE =
            """
            update journey.definition
            set state = :state, version = :version, published_at = coalesce(:at, published_at)
            where journey_id = :id
            """;

    private static final String CONTENT =
            """
            select content from journey.version where journey_id = :id and version = :version
            """;

    private final RowMapper<DefinitionRow> definition;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    DefinitionRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.definition =
                (row, number) ->
                        new DefinitionRow(
                                row.getLong("journey_id"),
                                row.getString("code"),
                                new Said(row.getString("name_zh"), row.getString("name_en")),
                                row.getString("state"),
                                row.getInt("version"),
                                json.readValue(row.getString("draft"), Content.class),
                                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                instant(row.getObject("published_at", OffsetDateTime.class)));
    }

    public Optional<DefinitionRow> one(long id) {
        return jdbc.sql(ONE).param("id", id).query(definition).optional();
    }

    /** Keeps others from publishing or pausing it until the transaction ends. */
    public Optional<DefinitionRow> locked(long id) {
        return jdbc.sql(LOCKED).param("id", id).query(definition).optional();
    }

    /** Whether it lets members in, and will until the transaction ends. */
    public boolean isOpen(long id) {
        return jdbc.sql(OPEN).param("id", id).query(Boolean.class).optional().isPresent();
    }

    public Optional<DefinitionRow> byCode(String code) {
        return jdbc.sql(BY_CODE).param("code", code).query(definition).optional();
    }

    public List<DefinitionRow> all() {
        return jdbc.sql(ALL).query(definition).list();
    }

    /** The new id; empty when the code is taken. */
    public Optional<Long> insert(String code, Said name, Content draft, Instant at) {
        return jdbc.sql(INSERT)
                .param("code", code)
                .param("zh", name.zh())
                .param("en", name.en())
                .param("draft", json.writeValueAsString(draft))
                .param("at", utc(at))
                .query(Long.class)
                .optional();
    }

    public void redraw(long id, Said name, Content draft) {
        jdbc.sql(REDRAW)
                .param("id", id)
                .param("zh", name.zh())
                .param("en", name.en())
                .param("draft", json.writeValueAsString(draft))
                .update();
    }

    /** Freezes the draft as the given version and makes it live. */
    public void publish(long id, int version, String by, Instant at) {
        jdbc.sql(PUBLISH_VERSION)
                .param("id", id)
                .param("version", version)
                .param("by", by)
                .param("at", utc(at))
                .update();
        setState(id, "published", version, at);
    }

    public void setState(long id, String state, int version, @Nullable Instant publishedAt) {
        jdbc.sql(SET_STATE)
                .param("id", id)
                .param("state", state)
                .param("version", version)
                .param(
                        "at",
                        publishedAt == null ? null : utc(publishedAt),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    public Content content(long id, int version) {
        return jdbc.sql(CONTENT)
                .param("id", id)
                .param("version", version)
                .query((row, number) -> json.readValue(row.getString(1), Content.class))
                .single();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
