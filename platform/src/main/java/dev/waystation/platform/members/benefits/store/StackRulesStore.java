package dev.waystation.platform.members.benefits.store;

import dev.waystation.platform.members.benefits.model.StackRules;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rules by which coupons stack; every change is a new version. */
@Repository
public class StackRulesStore {

    private static final String CURRENT =
            "select body from benefits.stack_rules order by version desc limit 1";

    private static final String ADD =
            """
            insert into benefits.stack_rules (version, body, decided_at)
            select coalesce(max(version), 0) + 1, :body::jsonb, :now from benefits.stack_rules
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StackRulesStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public StackRules current() {
        return jdbc.sql(CURRENT)
                .query(String.class)
                .optional()
                .map(body -> json.readValue(body, StackRules.class))
                .orElseGet(StackRules::usual);
    }

    public void add(StackRules rules, Instant now) {
        jdbc.sql(ADD)
                .param("body", json.writeValueAsString(rules))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
