package dev.waystation.platform.members.loyalty.store;

import dev.waystation.condition.TypeCheck;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.model.Awarding;
import dev.waystation.platform.members.loyalty.model.EarningRule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Earning rules as data; a condition with an unknown attribute or operator does not load. */
@Component
public class RuleStore {

    private static final String VALID =
            """
            select code, version, name_zh, name_en, condition, points_per_yuan
            from loyalty.earning_rule
            where valid_from <= :at and (valid_until is null or valid_until > :at)
            order by code
            """;

    private static final String CAP = "select yearly_cap from loyalty.earning_policy";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RuleStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The versions that were valid at an instant: a late trip earns by the rules of its day. */
    public List<EarningRule> validAt(Instant at) {
        return jdbc.sql(VALID)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, index) ->
                        new EarningRule(
                                row.getString("code"),
                                row.getInt("version"),
                                new Said(row.getString("name_zh"), row.getString("name_en")),
                                TypeCheck.parse(
                                        json.readValue(row.getString("condition"), Map.class),
                                        Awarding.ATTRIBUTES),
                                row.getInt("points_per_yuan")))
                .list();
    }

    public long yearlyCap() {
        return jdbc.sql(CAP).query(Long.class).single();
    }
}
