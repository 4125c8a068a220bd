package dev.waystation.platform.engagement.messaging.store;

import dev.waystation.platform.engagement.messaging.model.SendRules;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What the operator has set, and addresses nothing may be sent to. */
@Repository
public class RuleRows {

    private static final String READ = "select rules from messaging.rules";

    private static final String WRITE =
            """
            insert into messaging.rules (single, rules) values (true, cast(:rules as jsonb))
            on conflict (single) do update set rules = excluded.rules
            """;

    private static final String SUPPRESS =
            """
            insert into messaging.suppression (member_id, channel, reason, since)
            values (:member, :channel, :reason, :at) on conflict do nothing
            """;

    private static final String SUPPRESSED =
            "select member_id, channel from messaging.suppression where member_id = any(:members)";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RuleRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** As set; the customary ones until somebody sets any. */
    public SendRules read() {
        return jdbc.sql(READ)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, SendRules.class))
                .orElse(SendRules.CUSTOMARY);
    }

    public void write(SendRules rules) {
        jdbc.sql(WRITE).param("rules", json.writeValueAsString(rules)).update();
    }

    /** A member's channel to which nothing may be sent. */
    public record Suppressed(long memberId, String channel) {}

    public void suppress(long memberId, String channel, String reason, Instant at) {
        jdbc.sql(SUPPRESS)
                .param("member", memberId)
                .param("channel", channel)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<Suppressed> suppressed(List<Long> members) {
        return jdbc.sql(SUPPRESSED)
                .param("members", members.toArray(Long[]::new))
                .query((row, number) ->
                        new Suppressed(row.getLong("member_id"), row.getString("channel")))
                .list();
    }
}
