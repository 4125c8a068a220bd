package dev.waystation.platform.selling.booking.store;

import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.inventory.SeatLabel;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tickets. Every change of state is conditional on the state before it and counts its rows. */
@Repository
public class TicketStore {

    private static final String NEXT =
            "select nextval('booking.ticket_number') from generate_series(1, :count)";
    private static final String INSERT =
            """
            insert into booking.ticket
                   (member_id, ticket_id, order_id, line, traveller_id, passenger_group, fare_minor,
                    car, seat, status, departs_at, arrives_at)
            select :memberId, ticket_id, :orderId, line, traveller_id, passenger_group, fare_minor,
                   car, seat, 'held', :departs, :arrives
              from unnest(:ids::bigint[], :lines::int[], :travellers::bigint[], :groups::text[],
                          :fares::bigint[], :cars::text[], :seats::text[])
                   as t (ticket_id, line, traveller_id, passenger_group, fare_minor, car, seat)
            """;
    private static final String WITHDRAW =
            "delete from booking.ticket where member_id = :memberId and order_id = :orderId";
    private static final String ISSUE =
            """
            update booking.ticket t
               set status = 'issued', issued_at = :at, car = s.car, seat = s.seat
              from unnest(:lines::int[], :cars::text[], :seats::text[]) as s (line, car, seat)
             where t.member_id = :memberId
               and t.order_id = :orderId
               and t.line = s.line
               and t.status in ('held', 'void')
            """;
    private static final String VOID =
            """
            update booking.ticket
               set status = 'void'
             where member_id = :memberId and order_id = :orderId and status = 'held'
            """;
    private static final String CHECK_IN =
            """
            update booking.ticket
               set status = 'checked_in', checked_in_at = :at
             where ticket_id = :ticketId and status = 'issued'
            """;
    private static final String REFUND =
            """
            update booking.ticket
               set status = 'refunded', refunded_at = :at, refund_minor = :refundMinor
             where ticket_id = :ticketId and status = 'issued'
            """;
    private static final String END_BY_CHANGE =
            """
            update booking.ticket
               set status = 'changed', refund_minor = :returned
             where ticket_id = :ticketId and status = 'issued'
            """;
    private static final String KEEP_AFTER_ALL =
            """
            update booking.ticket
               set status = 'issued', refund_minor = 0
             where ticket_id = :ticketId and status = 'changed'
            """;
    private static final String COMPLETE =
            """
            update booking.ticket
               set status = 'completed', completed_at = :now
             where (member_id, ticket_id) in (
                   select member_id, ticket_id
                     from booking.ticket
                    where status = 'checked_in' and arrives_at <= :now
                    order by arrives_at
                    limit :limit
                      for update skip locked)
               and status = 'checked_in'
            returning ticket_id
            """;

    private final JdbcClient jdbc;

    TicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<TicketId> next(int count) {
        return jdbc.sql(NEXT)
                .param("count", count)
                .query((row, index) -> new TicketId(row.getLong(1)))
                .list();
    }

    void insert(List<Ticket> tickets) {
        Ticket first = tickets.getFirst();
        jdbc.sql(INSERT)
                .param("memberId", first.memberId())
                .param("orderId", first.orderId().value())
                .param("departs", Timestamp.from(first.trip().from().at()))
                .param("arrives", Timestamp.from(first.trip().to().at()))
                .param("ids", longs(tickets, ticket -> ticket.id().value()))
                .param("lines", lines(tickets.size()))
                .param("travellers", longs(tickets, Ticket::travellerId))
                .param("groups", texts(tickets, Ticket::group))
                .param("fares", longs(tickets, ticket -> ticket.fare().minor()))
                .param("cars", texts(tickets, Ticket::car))
                .param("seats", texts(tickets, Ticket::seat))
                .update();
    }

    void withdraw(Order order) {
        jdbc.sql(WITHDRAW)
                .param("memberId", order.memberId())
                .param("orderId", order.id().value())
                .update();
    }

    /** Turns held lines into tickets; also void ones, when a late payment found seats again. */
    public void issue(Order order, List<SeatLabel> seats, Instant now) {
        int issued =
                jdbc.sql(ISSUE)
                        .param("memberId", order.memberId())
                        .param("orderId", order.id().value())
                        .param("at", Timestamp.from(now))
                        .param("lines", lines(seats.size()))
                        .param("cars", texts(seats, SeatLabel::car))
                        .param("seats", texts(seats, SeatLabel::label))
                        .update();
        if (issued != order.tickets().size()) {
            throw new IllegalStateException(
                    "order %d has %d lines, %d could be issued"
                            .formatted(order.id().value(), order.tickets().size(), issued));
        }
    }

    public void makeVoid(Order order) {
        jdbc.sql(VOID)
                .param("memberId", order.memberId())
                .param("orderId", order.id().value())
                .update();
    }

    public boolean checkIn(TicketId id, Instant at) {
        return jdbc.sql(CHECK_IN)
                        .param("ticketId", id.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    public boolean refund(TicketId id, long refundMinor, Instant at) {
        return jdbc.sql(REFUND)
                        .param("ticketId", id.value())
                        .param("refundMinor", refundMinor)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Another ticket takes its place; a gate that comes later finds it ended. */
    public boolean endByChange(TicketId id, long returnedMinor) {
        return jdbc.sql(END_BY_CHANGE)
                        .param("ticketId", id.value())
                        .param("returned", returnedMinor)
                        .update()
                == 1;
    }

    /** The change came to nothing in the transaction that ended the ticket. */
    public void keepAfterAll(TicketId id) {
        jdbc.sql(KEEP_AFTER_ALL).param("ticketId", id.value()).update();
    }

    public List<Ticket> completeArrived(Instant now, int limit) {
        Long[] done =
                jdbc.sql(COMPLETE)
                        .param("now", Timestamp.from(now))
                        .param("limit", limit)
                        .query(Long.class)
                        .list()
                        .toArray(Long[]::new);
        return done.length == 0
                ? List.of()
                : jdbc.sql(OrderRows.SELECT_TICKETS + " where t.ticket_id = any(:ids)")
                        .param("ids", done)
                        .query(OrderRows::ticket)
                        .list();
    }

    public Optional<Ticket> ticket(TicketId id) {
        return jdbc.sql(OrderRows.SELECT_TICKETS + " where t.ticket_id = :id")
                .param("id", id.value())
                .query(OrderRows::ticket)
                .optional();
    }

    public List<Ticket> ofMember(long memberId) {
        return jdbc.sql(
                        OrderRows.SELECT_TICKETS
                                + """
                                 where t.member_id = :memberId and t.status not in ('held', 'void')
                                 order by t.departs_at desc, t.ticket_id desc
                                """)
                .param("memberId", memberId)
                .query(OrderRows::ticket)
                .list();
    }

    List<Ticket> ofOrder(long memberId, OrderId order) {
        return jdbc.sql(
                        OrderRows.SELECT_TICKETS
                                + " where t.member_id = :memberId and t.order_id = :orderId order by t.line")
                .param("memberId", memberId)
                .param("orderId", order.value())
                .query(OrderRows::ticket)
                .list();
    }

    private static Integer[] lines(int count) {
        Integer[] lines = new Integer[count];
        for (int line = 0; line < count; line++) {
            lines[line] = line + 1;
        }
        return lines;
    }

    private static <T> Long[] longs(List<T> rows, Function<T, Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
