package dev.waystation.platform.members.loyalty.store;

import dev.waystation.platform.members.loyalty.model.RuleSketch;
import dev.waystation.platform.members.loyalty.model.RuleVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rules with all their versions; a published one never changes, it only ends. */
@Component
public class RuleStore {

    private static final String COLUMNS =
            """
            select code, version, sketch, state, valid_from, valid_until, drafted_by, published_by,
                   changed_at
            from loyalty.earning_rule
            """;

    private static final String ALL = COLUMNS + "order by code, version";

    private static final String OF = COLUMNS + "where code = :code order by version";

    private static final String PUBLISHED =
            COLUMNS + "where state = 'published' order by code, version";

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtext('loyalty.earning_rule ' || :code))";

    private static final String DRAFT =
            """
            insert into loyalty.earning_rule
              (code, version, programme, sketch, state, drafted_by, changed_at)
            select :code, coalesce(max(r.version), 0) + 1, :programme, :sketch::json, 'draft', :by,
                   :now
            from loyalty.earning_rule r
            where r.code = :code
            """;

    private static final String REDRAFT =
            """
            update loyalty.earning_rule
            set sketch = :sketch::json, programme = :programme, drafted_by = :by, changed_at = :now
            where code = :code and state = 'draft'
            """;

    private static final String PUBLISH =
            """
            update loyalty.earning_rule
            set state = 'published', valid_from = :from, published_by = :by, changed_at = :now
            where code = :code and state = 'draft'
            """;

    private static final String END =
            """
            update loyalty.earning_rule
            set valid_until = greatest(valid_from, :until)
            where code = :code and state = 'published'
              and (valid_until is null or valid_until > :until)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RuleStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<RuleVersion> all() {
        return jdbc.sql(ALL).query(this::version).list();
    }

    public List<RuleVersion> published() {
        return jdbc.sql(PUBLISHED).query(this::version).list();
    }

    public List<RuleVersion> of(String code) {
        return jdbc.sql(OF).param("code", code).query(this::version).list();
    }

    /** Changes of one rule follow one another until the transaction ends. */
    public void lock(String code) {
        jdbc.sql(LOCK).param("code", code).query((_, _) -> true).single();
    }

    /** Writes the one draft of a rule, new or again. */
    public void draft(RuleSketch sketch, String by, Instant now) {
        if (write(REDRAFT, sketch, by, now) == 0) {
            write(DRAFT, sketch, by, now);
        }
    }

    /** Ends what is open at {@code from} and publishes the draft from then on. */
    public void publish(String code, Instant from, String by, Instant now) {
        end(code, from);
        int published =
                jdbc.sql(PUBLISH)
                        .param("code", code)
                        .param("from", utc(from))
                        .param("by", by)
                        .param("now", utc(now))
                        .update();
        if (published != 1) {
            throw new IllegalStateException("Rule " + code + " has no draft to publish");
        }
    }

    public int end(String code, Instant until) {
        return jdbc.sql(END).param("code", code).param("until", utc(until)).update();
    }

    private int write(String sql, RuleSketch sketch, String by, Instant now) {
        return jdbc.sql(sql)
                .param("code", sketch.code())
                .param("programme", sketch.programme())
                .param("sketch", json.writeValueAsString(sketch))
                .param("by", by)
                .param("now", utc(now))
                .update();
    }

    private RuleVersion version(ResultSet row, int index) throws SQLException {
        return new RuleVersion(
                json.readValue(row.getString("sketch"), RuleSketch.class),
                row.getInt("version"),
                row.getString("state").equals("published"),
                instant(row.getObject("valid_from", OffsetDateTime.class)),
                instant(row.getObject("valid_until", OffsetDateTime.class)),
                row.getString("drafted_by"),
                row.getString("published_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant).orElse(null);
    }
}
