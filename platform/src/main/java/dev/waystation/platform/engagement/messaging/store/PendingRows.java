package dev.waystation.platform.engagement.messaging.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages that still wait in the outbox, locked so that none leaves while it is taken back. */
@Repository
public class PendingRows {

    private static final String PENDING_OF =
            MessageRows.COLUMNS
                    + """
                    where member_id = :member and channel = any(:channels) and purpose = :purpose
                      and status in ('queued', 'delayed')
                    order by message_id for update
                    """;

    private static final String PENDING =
            MessageRows.COLUMNS
                    + """
                    where member_id = any(:members) and reference = any(cast(:references as uuid[]))
                      and status in ('queued', 'delayed')
                    order by member_id, message_id for update
                    """;

    private static final String OUTLIVE =
            """
            update messaging.message set stale_at = least(stale_at, :at)
            where member_id = any(:members) and reference = any(cast(:references as uuid[]))
              and status = 'sending'
            """;

    private final JdbcClient jdbc;

    PendingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these references that still wait, locked. */
    public List<KeptMessage> pending(Collection<Long> members, Collection<UUID> references) {
        if (references.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(PENDING)
                .param("members", members.toArray(Long[]::new))
                .param("references", references.stream().map(UUID::toString).toArray(String[]::new))
                .query(MessageRows.MESSAGE)
                .list();
    }

    /**
     * Those whose call is open just now: if the channel can't take them they come back to the
     * outbox, and must not leave it again.
     */
    public void outlive(Collection<Long> members, Collection<UUID> references, Instant at) {
        if (references.isEmpty()) {
            return;
        }
        jdbc.sql(OUTLIVE)
                .param("members", members.toArray(Long[]::new))
                .param("references", references.stream().map(UUID::toString).toArray(String[]::new))
                .param("at", MessageRows.utc(at))
                .update();
    }

    public List<KeptMessage> pendingOf(long memberId, Collection<String> channels, String purpose) {
        return jdbc.sql(PENDING_OF)
                .param("member", memberId)
                .param("channels", channels.toArray(String[]::new))
                .param("purpose", purpose)
                .query(MessageRows.MESSAGE)
                .list();
    }
}
