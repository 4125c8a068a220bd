package dev.waystation.platform.members.benefits.store;

import dev.waystation.platform.members.benefits.model.StackRules;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rules by which coupons stack; every change is a new version. */
@Repository
public class StackRulesStore {

    /** A version of the rules; 0 before anybody decided. */
    public record Kept(
            int version, StackRules rules, @Nullable Instant decidedAt, @Nullable String by) {}

    private static final String CURRENT =
            """
            select version, body, decided_at, decided_by
            from benefits.stack_rules order by version desc limit 1
            """;

    private static final String ADD =
            """
            insert into benefits.stack_rules (version, body, decided_at, decided_by)
            select coalesce(max(version), 0) + 1, :body::jsonb, :now, :by
            from benefits.stack_rules
            returning version
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StackRulesStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public StackRules current() {
        return kept().rules();
    }

    public Kept kept() {
        return jdbc.sql(CURRENT)
                .query((row, _) ->
                        new Kept(
                                row.getInt("version"),
                                json.readValue(row.getString("body"), StackRules.class),
                                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                                row.getString("decided_by")))
                .optional()
                .orElseGet(() -> new Kept(0, StackRules.usual(), null, null));
    }

    /** The new version. Two writers at once: the later one fails on the key. */
    public int add(StackRules rules, String by, Instant now) {
        return jdbc.sql(ADD)
                .param("body", json.writeValueAsString(rules))
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
