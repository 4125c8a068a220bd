package dev.waystation.platform.members.referral.store;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tickets newcomers bought: an order is refunded when all its tickets are. */
@Repository
public class InviteTicketStore {

    /** An order that stands. */
    public record Standing(long orderId, Instant issuedAt) {}

    private static final String ADD =
            """
            insert into referral.ticket (invitee_id, order_id, ticket_id, issued_at)
            values (:invitee, :order, :ticket, :now)
            on conflict on constraint ticket_pk do nothing
            """;

    private static final String REFUND =
            """
            update referral.ticket set refunded = true
            where invitee_id = :invitee and ticket_id = :ticket and not refunded
            """;

    private static final String FIRST =
            """
            select order_id, min(issued_at) as issued_at from referral.ticket
            where invitee_id = :invitee and not refunded
            group by order_id order by 2, 1 limit 1
            """;

    private static final String STANDS =
            """
            select exists (select 1 from referral.ticket
                           where invitee_id = :invitee and order_id = :order and not refunded)
            """;

    private final JdbcClient jdbc;

    InviteTicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(long inviteeId, long orderId, long ticketId, Instant at) {
        jdbc.sql(ADD)
                .param("invitee", inviteeId)
                .param("order", orderId)
                .param("ticket", ticketId)
                .param("now", Times.utc(at))
                .update();
    }

    /** False when it was refunded before or is not one of ours. */
    public boolean refund(long inviteeId, long ticketId) {
        return jdbc.sql(REFUND).param("invitee", inviteeId).param("ticket", ticketId).update() == 1;
    }

    /** Whether an order has a ticket that was not given back. */
    public boolean stands(long inviteeId, long orderId) {
        return jdbc.sql(STANDS)
                .param("invitee", inviteeId)
                .param("order", orderId)
                .query(Boolean.class)
                .single();
    }

    /** The earliest order with a ticket that was not given back. */
    public Optional<Standing> firstStanding(long inviteeId) {
        return jdbc.sql(FIRST)
                .param("invitee", inviteeId)
                .query((row, index) -> new Standing(row.getLong(1), Times.at(row, "issued_at")))
                .optional();
    }
}
