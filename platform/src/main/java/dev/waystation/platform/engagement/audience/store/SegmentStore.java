package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.model.Definition;
import dev.waystation.platform.engagement.audience.model.Segment;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Segments: drafts and published ones. */
@Component
public class SegmentStore {

    private static final String COLUMNS =
            "select id, name_zh, name_en, kind, state, version, condition, updated_at"
                    + " from audience.segment ";

    private static final String FIND = COLUMNS + "where id = :id";

    private static final String NAMES =
            "select id, name_zh, name_en from audience.segment where id = any (:ids)";

    private static final String LIST = COLUMNS + "where id < :before order by id desc limit :limit";

    private static final String PUBLISHED =
            COLUMNS + "where state = 'published' and kind = 'live' order by id";

    private static final String SEARCH =
            COLUMNS
                    + """
                    where strpos(name_zh, :text) > 0 or strpos(lower(name_en), lower(:text)) > 0
                    order by id desc limit :limit
                    """;

    private static final String INSERT =
            """
            insert into audience.segment (name_zh, name_en, condition, updated_at)
            values (:zh, :en, cast(:condition as jsonb), :at)
            on conflict on constraint segment_name_zh_unique do nothing
            returning id
            """;

    private static final String CODE = "update audience.segment set code = :code where id = :id";

    private static final String PUBLISH =
            """
            update audience.segment
            set state = 'published', published_at = :at, updated_at = :at
            where id = :id and state = 'draft'
            """;

    private static final String NAMED =
            """
            select id from audience.segment where name_zh = :zh and state = 'published'
            """;

    // One lock for all rules: a batch of facts decides by the rules it began with, so a
    // publication waits for it and it for a publication, or a member could fall between the two.
    private static final String HOLD_RULES =
            "select pg_advisory_xact_lock_shared(hashtext('audience.rules'))";

    private static final String CHANGE_RULES =
            "select pg_advisory_xact_lock(hashtext('audience.rules'))";

    private final JdbcClient jdbc;
    private final Json json;

    SegmentStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Before the first row of a member is locked; the other order could lock both for ever. */
    public void holdRules() {
        jdbc.sql(HOLD_RULES).query(row -> {});
    }

    public void lockRules() {
        jdbc.sql(CHANGE_RULES).query(row -> {});
    }

    public Optional<Segment> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(this::read).optional();
    }

    /** Without those that do not exist. */
    public Map<Long, Said> names(Collection<Long> ids) {
        Map<Long, Said> names = new HashMap<>();
        jdbc.sql(NAMES)
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    names.put(
                            row.getLong("id"),
                            new Said(row.getString("name_zh"), row.getString("name_en")));
                });
        return names;
    }

    /** Newest first. */
    public List<Segment> list(long before, int limit) {
        return jdbc.sql(LIST)
                .param("before", before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** Those whose name contains the text, newest first. */
    public List<Segment> search(String text, int limit) {
        return jdbc.sql(SEARCH).param("text", text).param("limit", limit).query(this::read).list();
    }

    public List<Definition<Long>> published() {
        return jdbc.sql(PUBLISHED).query(this::read).list().stream()
                .map(s -> new Definition<>(s.id(), s.name(), s.condition()))
                .toList();
    }

    /** Empty when the name is taken. */
    public Optional<Long> insert(Said name, Map<String, Object> condition, Instant at) {
        Optional<Long> id =
                jdbc.sql(INSERT)
                        .param("zh", name.zh())
                        .param("en", name.en())
                        .param("condition", json.write(condition))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .optional();
        id.ifPresent(this::code);
        return id;
    }

    /** Gives a new segment the code by which conditions name it. */
    void code(long id) {
        jdbc.sql(CODE).param("code", PublicId.encode("seg", id)).param("id", id).update();
    }

    /** Published segments and lists, as conditions name them. */
    public List<Definition<String>> named() {
        return jdbc
                .sql(COLUMNS + "where state = 'published' order by id")
                .query(this::read)
                .list()
                .stream()
                .map(s -> new Definition<>(PublicId.encode("seg", s.id()), s.name(), s.condition()))
                .toList();
    }

    public boolean publish(long id, Instant at) {
        return jdbc.sql(PUBLISH).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update()
                == 1;
    }

    public Optional<Long> named(String nameZh) {
        return jdbc.sql(NAMED).param("zh", nameZh).query(Long.class).optional();
    }

    private Segment read(ResultSet row, int index) throws SQLException {
        return new Segment(
                row.getLong("id"),
                new Said(row.getString("name_zh"), row.getString("name_en")),
                row.getString("state").equals("published"),
                row.getString("kind").equals("list"),
                row.getInt("version"),
                json.object(row.getString("condition")),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
