package dev.waystation.platform.members.loyalty.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events whose earnings were taken back. */
@Component
public class ReversalStore {

    private static final String ADD =
            """
            insert into loyalty.reversal (member_id, reference, reason, actor, reversed_at)
            values (:member, :reference, :reason, :actor, :at)
            on conflict on constraint reversal_pk do nothing
            """;

    private static final String RERUNS =
            """
            select distinct rule from loyalty.earned
            where member_id = :member and reference = :reference and afterwards
            order by rule
            """;

    private final JdbcClient jdbc;

    ReversalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when it was reversed before. */
    public boolean add(long member, String reference, String reason, String actor, Instant at) {
        return jdbc.sql(ADD)
                        .param("member", member)
                        .param("reference", reference)
                        .param("reason", reason)
                        .param("actor", actor)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The rules that gave something to the event afterwards; each posted by itself. */
    public List<String> reruns(long member, String reference) {
        return jdbc.sql(RERUNS)
                .param("member", member)
                .param("reference", reference)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
