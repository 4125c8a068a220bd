package dev.waystation.platform.selling.booking.store;

import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.Trip;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One person is on one train at a time; {@code one_trip_at_a_time} holds it. */
@Repository
public class TripClaims {

    private static final String OVERLAPPING =
            """
            select o.train_code, o.departs_at, c.person
              from booking.trip_claim c
              join booking.orders o on o.member_id = c.member_id and o.order_id = c.order_id
             where c.person = any(:persons)
               and c.during && tstzrange(:departs, :arrives)
               and not (o.member_id = :memberId and o.order_ref = :own)
             order by o.departs_at
             limit 1
            """;
    private static final String CLAIM =
            """
            insert into booking.trip_claim (person, during, member_id, order_id, line)
            select person, tstzrange(:departs, :arrives), :memberId, :orderId, line
              from unnest(:persons::text[], :lines::int[]) as p (person, line)
             order by person
            on conflict on constraint one_trip_at_a_time do nothing
            """;
    private static final String DROP_ORDER =
            "delete from booking.trip_claim where member_id = :memberId and order_id = :orderId";
    private static final String DROP_LINE = DROP_ORDER + " and line = :line";
    private static final String DROP_PAST =
            "delete from booking.trip_claim where upper(during) < :before";

    private final JdbcClient jdbc;

    TripClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A trip that stands in the way; the twin of the same request does not. */
    public record Overlap(String trainCode, Instant departs, String person) {}

    public Optional<Overlap> overlapping(List<String> persons, Trip trip, OrderRequest own) {
        return jdbc.sql(OVERLAPPING)
                .param("persons", persons.toArray(String[]::new))
                .param("departs", Timestamp.from(trip.from().at()))
                .param("arrives", Timestamp.from(trip.to().at()))
                .param("memberId", own.memberId())
                .param("own", own.reference())
                .query((row, index) ->
                        new Overlap(
                                row.getString("train_code"),
                                row.getTimestamp("departs_at").toInstant(),
                                row.getString("person")))
                .optional();
    }

    /** All lines or none: false when anybody of the order is on another train meanwhile. */
    public boolean claim(Order order, List<String> persons) {
        int claimed =
                jdbc.sql(CLAIM)
                        .param("memberId", order.memberId())
                        .param("orderId", order.id().value())
                        .param("departs", Timestamp.from(order.trip().from().at()))
                        .param("arrives", Timestamp.from(order.trip().to().at()))
                        .param("persons", persons.toArray(String[]::new))
                        .param(
                                "lines",
                                IntStream.rangeClosed(1, persons.size())
                                        .boxed()
                                        .toArray(Integer[]::new))
                        .update();
        if (claimed < persons.size()) {
            drop(order);
        }
        return claimed == persons.size();
    }

    /** One line of an order that stands already; false when the person is on another train. */
    public boolean claim(Ticket ticket, String person) {
        return jdbc.sql(CLAIM)
                        .param("memberId", ticket.memberId())
                        .param("orderId", ticket.orderId().value())
                        .param("departs", Timestamp.from(ticket.trip().from().at()))
                        .param("arrives", Timestamp.from(ticket.trip().to().at()))
                        .param("persons", new String[] {person})
                        .param("lines", new Integer[] {ticket.line()})
                        .update()
                == 1;
    }

    public void drop(Order order) {
        jdbc.sql(DROP_ORDER)
                .param("memberId", order.memberId())
                .param("orderId", order.id().value())
                .update();
    }

    public void drop(long memberId, long orderId, int line) {
        jdbc.sql(DROP_LINE)
                .param("memberId", memberId)
                .param("orderId", orderId)
                .param("line", line)
                .update();
    }

    /** A trip that is over needs no claim. */
    public int dropPast(Instant before) {
        return jdbc.sql(DROP_PAST).param("before", Timestamp.from(before)).update();
    }
}
