package dev.waystation.platform.engagement.messaging.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts, and the order in which they may move a message. */
@Repository
public class ReceiptRows {

    private static final String ORDER =
            "array['queued', 'delayed', 'sending', 'unknown', 'accepted', 'failed', 'delivered',"
                    + " 'read']";

    private static final String KEEP =
            """
            insert into messaging.receipt (vendor_reference, status, happened_at, applied)
            values (:reference, :status, :at, false) on conflict do nothing
            """;

    private static final String APPLIED =
            """
            update messaging.receipt set applied = true
            where vendor_reference = :reference and status = :status and happened_at = :at
            """;

    private static final String EARLY =
            """
            select r.vendor_reference, r.status, r.happened_at from messaging.receipt r
            where not r.applied and r.happened_at > :since
              and exists (select from messaging.message m
                          where m.vendor_reference = r.vendor_reference)
            order by r.happened_at limit :limit
            """;

    private static final String ADVANCE =
            """
            update messaging.message m
            set status = :status, closed_at = coalesce(m.closed_at, :at),
                reason = case when :status = 'failed' then :reason else null end
            from (select member_id, message_id, status as before from messaging.message
                  where vendor_reference = :reference for update) o
            where m.member_id = o.member_id and m.message_id = o.message_id
              and m.status <> 'withheld'
              and array_position(%1$s, :status) > array_position(%1$s, o.before)
            returning m.member_id, m.message_id, m.channel, m.template_code, o.before
            """
                    .formatted(ORDER);

    private static final String OF_REFERENCE =
            """
            select member_id, message_id, channel, template_code, status as before
            from messaging.message where vendor_reference = :reference
            """;

    private static final String READ =
            """
            update messaging.message set status = 'read', closed_at = coalesce(closed_at, :at)
            where member_id = :member and message_id = :id and channel = 'inbox'
              and status in ('accepted', 'delivered')
            """;

    private static final Set<String> ARRIVED = Set.of("delivered", "read");

    // The inbox is in the house: what did not get there is certainly not there yet.
    private static final String GIVE_UP =
            """
            update messaging.message
            set status = case when channel = 'inbox' then 'queued' else 'unknown' end,
                vendor_reference = case when channel = 'inbox' then null else reference::text end
            where status = 'sending' and due_at < :before
            """;

    private static final String INBOX =
            MessageRows.COLUMNS
                    + """
                    where member_id = :member and channel = 'inbox'
                      and status in ('accepted', 'delivered', 'read')
                      and (stale_at is null or stale_at > :now)
                    order by offered_at desc, message_id desc limit :limit
                    """;

    private final JdbcClient jdbc;

    ReceiptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message a receipt is about, and where it stood. */
    public record Message(
            long memberId, long messageId, String channel, String templateCode, String before) {

        /** Whether this status is the first by which it has arrived. */
        public boolean arrives(String status) {
            return ARRIVED.contains(status) && !ARRIVED.contains(before);
        }
    }

    /** False when the very same receipt came before. */
    public boolean keep(String vendorReference, String status, Instant at) {
        return jdbc.sql(KEEP)
                        .param("reference", vendorReference)
                        .param("status", status)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Its message was found, whether it moved it or not. */
    public void applied(String vendorReference, String status, Instant at) {
        jdbc.sql(APPLIED)
                .param("reference", vendorReference)
                .param("status", status)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A receipt that came before its message was known by the reference. */
    public record Early(String vendorReference, String status, Instant at) {}

    /** Those since then whose messages are known by now. */
    public List<Early> early(Instant since, int limit) {
        return jdbc.sql(EARLY)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) ->
                        new Early(
                                row.getString("vendor_reference"),
                                row.getString("status"),
                                row.getObject("happened_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Moves the message up; empty when it stands there or higher. */
    public Optional<Message> advance(
            String vendorReference, String status, String reason, Instant at) {
        return jdbc.sql(ADVANCE)
                .param("reference", vendorReference)
                .param("status", status)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(ReceiptRows::message)
                .optional();
    }

    public Optional<Message> ofReference(String vendorReference) {
        return jdbc.sql(OF_REFERENCE)
                .param("reference", vendorReference)
                .query(ReceiptRows::message)
                .optional();
    }

    /** The member opened it in the inbox. */
    public boolean read(long memberId, long messageId, Instant at) {
        return jdbc.sql(READ)
                        .param("member", memberId)
                        .param("id", messageId)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Calls begun before then that nobody came back from; answers how many. */
    public int giveUpSending(Instant before) {
        return jdbc.sql(GIVE_UP).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    /** What has arrived in a member's inbox and has not expired. */
    public List<KeptMessage> inbox(long memberId, Instant now, int limit) {
        return jdbc.sql(INBOX)
                .param("member", memberId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(MessageRows.MESSAGE)
                .list();
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getLong("member_id"),
                row.getLong("message_id"),
                row.getString("channel"),
                row.getString("template_code"),
                row.getString("before"));
    }
}
