package dev.waystation.platform.selling.booking.store;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.OrderStatus;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.booking.TicketStatus;
import dev.waystation.platform.selling.booking.Trip;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How rows become orders and tickets. */
final class OrderRows {

    static final String SELECT = "select * from booking.orders";
    static final String SELECT_TICKETS =
            """
            select o.*, t.ticket_id, t.line, t.traveller_id, t.passenger_group, t.fare_minor,
                   t.car, t.seat, t.status as ticket_status, t.checked_in_at
              from booking.ticket t
              join booking.orders o on o.member_id = t.member_id and o.order_id = t.order_id
            """;

    private OrderRows() {}

    static Order order(ResultSet row, int index) throws SQLException {
        return new Order(
                new OrderId(row.getLong("order_id")),
                row.getLong("member_id"),
                row.getObject("order_ref", UUID.class),
                OrderStatus.of(row.getString("status")),
                trip(row),
                new Money(row.getLong("amount_minor"), row.getString("currency")),
                row.getTimestamp("placed_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                List.of());
    }

    static LockedOrder locked(ResultSet row, int index) throws SQLException {
        return new LockedOrder(
                order(row, index),
                row.getObject("hold_ref", UUID.class),
                row.getTimestamp("settled_at") != null);
    }

    static Ticket ticket(ResultSet row, int index) throws SQLException {
        return new Ticket(
                new TicketId(row.getLong("ticket_id")),
                new OrderId(row.getLong("order_id")),
                row.getLong("member_id"),
                row.getLong("traveller_id"),
                row.getInt("line"),
                row.getString("passenger_group"),
                trip(row),
                new Money(row.getLong("fare_minor"), row.getString("currency")),
                row.getString("car"),
                row.getString("seat"),
                TicketStatus.of(row.getString("ticket_status")),
                instant(row.getTimestamp("checked_in_at")));
    }

    private static Trip trip(ResultSet row) throws SQLException {
        return new Trip(
                row.getLong("run_id"),
                row.getString("train_code"),
                row.getObject("service_date", LocalDate.class),
                row.getString("seat_class"),
                row.getInt("from_call"),
                row.getInt("to_call"),
                new Trip.Stop(
                        row.getString("from_station"),
                        new Said(row.getString("from_zh"), row.getString("from_en")),
                        row.getTimestamp("departs_at").toInstant()),
                new Trip.Stop(
                        row.getString("to_station"),
                        new Said(row.getString("to_zh"), row.getString("to_en")),
                        row.getTimestamp("arrives_at").toInstant()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
