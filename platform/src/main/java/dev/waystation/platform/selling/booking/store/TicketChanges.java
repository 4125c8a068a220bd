package dev.waystation.platform.selling.booking.store;

import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.booking.model.TicketChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which tickets became which; a ticket is changed once at most. */
@Repository
public class TicketChanges {

    private static final String ADD =
            """
            insert into booking.ticket_change
              (member_id, order_id, old_ticket_id, old_order_id, nth, upgrade, fee_minor,
               carried_minor, returned_minor, kept_minor, by_whom, opened_at)
            values (:member, :order, :oldTicket, :oldOrder, :nth, :upgrade, :fee, :carried,
               :returned, :kept, :by, :at)
            """;
    private static final String CHAIN =
            """
            update booking.ticket set chain = coalesce(
                (select chain from booking.ticket where member_id = :member and ticket_id = :old),
                :old)
             where member_id = :member
               and (ticket_id = :old or (order_id = :order and line = 1))
            """;
    private static final String OF_ORDER =
            "select * from booking.ticket_change where member_id = :member and order_id = :order";
    private static final String WAITING =
            """
            select c.order_id
              from booking.ticket_change c
              join booking.orders o on o.member_id = c.member_id and o.order_id = c.order_id
             where c.member_id = :member and c.old_ticket_id = :old and o.status = 'held'
             limit 1
            """;
    private static final String SUCCESSOR =
            """
            select t.ticket_id
              from booking.ticket_change c
              join booking.ticket t
                on t.member_id = c.member_id and t.order_id = c.order_id and t.line = 1
             where c.member_id = :member and c.old_ticket_id = :old and c.done_at is not null
            """;
    private static final String DONE =
            """
            update booking.ticket_change set done_at = :at
             where member_id = :member and order_id = :order and done_at is null
            """;
    private static final String BACK =
            """
            update booking.ticket_change
               set carried_back = carried_back + :carried, own_back = own_back + :own
             where member_id = :member and order_id = :order
            """;
    private static final String AMONG =
            "select order_id from booking.ticket_change where order_id = any (:ids)";

    private final JdbcClient jdbc;

    TicketChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a change whose order stands already, and ties its ticket to the one before. */
    public void add(TicketChange change) {
        jdbc.sql(ADD)
                .param("member", change.memberId())
                .param("order", change.order().value())
                .param("oldTicket", change.oldTicket().value())
                .param("oldOrder", change.oldOrder().value())
                .param("nth", change.nth())
                .param("upgrade", change.upgrade())
                .param("fee", change.feeMinor())
                .param("carried", change.carriedMinor())
                .param("returned", change.returnedMinor())
                .param("kept", change.keptMinor())
                .param("by", change.byWhom())
                .param("at", Timestamp.from(change.openedAt()))
                .update();
        jdbc.sql(CHAIN)
                .param("member", change.memberId())
                .param("old", change.oldTicket().value())
                .param("order", change.order().value())
                .update();
    }

    /** Empty for an order that changes nothing. */
    public Optional<TicketChange> ofOrder(long memberId, OrderId order) {
        return jdbc.sql(OF_ORDER)
                .param("member", memberId)
                .param("order", order.value())
                .query((row, _) -> change(row))
                .optional();
    }

    /** The order that waits to be paid before the ticket is changed. */
    public Optional<OrderId> waiting(Ticket ticket) {
        return jdbc.sql(WAITING)
                .param("member", ticket.memberId())
                .param("old", ticket.id().value())
                .query(Long.class)
                .optional()
                .map(OrderId::new);
    }

    /** What the ticket was changed into. */
    public Optional<TicketId> successor(Ticket ticket) {
        return jdbc.sql(SUCCESSOR)
                .param("member", ticket.memberId())
                .param("old", ticket.id().value())
                .query(Long.class)
                .optional()
                .map(TicketId::new);
    }

    public void done(Order order, Instant at) {
        jdbc.sql(DONE)
                .param("member", order.memberId())
                .param("order", order.id().value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** So much of its ticket's value went back: of what was carried over, and of its own money. */
    public void back(TicketChange change, long carried, long own) {
        jdbc.sql(BACK)
                .param("member", change.memberId())
                .param("order", change.order().value())
                .param("carried", carried)
                .param("own", own)
                .update();
    }

    /** Those of the orders that changed a ticket. */
    public Set<Long> among(List<Long> orderIds) {
        return Set.copyOf(
                jdbc.sql(AMONG)
                        .param("ids", orderIds.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    private static TicketChange change(ResultSet row) throws SQLException {
        Timestamp done = row.getTimestamp("done_at");
        return new TicketChange(
                row.getLong("member_id"),
                new OrderId(row.getLong("order_id")),
                new TicketId(row.getLong("old_ticket_id")),
                new OrderId(row.getLong("old_order_id")),
                row.getInt("nth"),
                row.getBoolean("upgrade"),
                row.getLong("fee_minor"),
                row.getLong("carried_minor"),
                row.getLong("returned_minor"),
                row.getLong("kept_minor"),
                row.getLong("carried_back"),
                row.getLong("own_back"),
                row.getString("by_whom"),
                row.getTimestamp("opened_at").toInstant(),
                done == null ? null : done.toInstant());
    }
}
