package dev.waystation.platform.selling.booking.store;

import dev.waystation.platform.foundation.jobs.Turn;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.OrderStatus;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.Trip;
import dev.waystation.platform.selling.booking.model.OrderFilter;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders. Every change of state is conditional on the state before it. */
@Repository
public class OrderStore {

    private static final String NEXT = "select nextval('booking.order_number')";
    private static final String INSERT =
            """
            insert into booking.orders
                   (member_id, order_id, order_ref, status, run_id, train_code, service_date,
                    seat_class, from_call, to_call, from_station, from_zh, from_en, departs_at,
                    to_station, to_zh, to_en, arrives_at, amount_minor, currency, placed_at,
                    expires_at, hold_ref)
            values (:memberId, :orderId, :orderRef, 'held', :runId, :trainCode, :serviceDate,
                    :seatClass, :fromCall, :toCall, :fromStation, :fromZh, :fromEn, :departs,
                    :toStation, :toZh, :toEn, :arrives, :amountMinor, :currency, :placedAt,
                    :expiresAt, :holdRef)
            on conflict on constraint order_once_per_reference do nothing
            """;
    private static final String WITHDRAW =
            "delete from booking.orders where member_id = :memberId and order_id = :orderId";
    private static final String MOVE =
            """
            update booking.orders
               set status = :to
             where member_id = :memberId
               and order_id = :orderId
               and status = :from
            """;
    private static final String SETTLE =
            """
            update booking.orders
               set status = :status,
                   hold_ref = :holdRef,
                   settled_at = :at
             where member_id = :memberId
               and order_id = :orderId
               and settled_at is null
            """;
    private static final String LISTED =
            """
             where (cast(:memberId as bigint) is null or member_id = :memberId)
               and (cast(:status as text) is null or status = :status)
               and order_id < :before
             order by order_id desc
             limit :limit
            """;
    private static final String DUE =
            """
            select expires_at, order_id
              from booking.orders
             where status = 'held'
               and expires_at <= :now
               and (expires_at, order_id) > (:deadline, :after)
             order by expires_at, order_id
             limit :limit
            """;

    private final JdbcClient jdbc;
    private final TicketStore tickets;

    OrderStore(JdbcClient jdbc, TicketStore tickets) {
        this.jdbc = jdbc;
        this.tickets = tickets;
    }

    public OrderId next() {
        return new OrderId(jdbc.sql(NEXT).query(Long.class).single());
    }

    /** False when an order of this reference is there already; nothing is written then. */
    public boolean insert(Order order, UUID holdRef) {
        Trip trip = order.trip();
        boolean isNew =
                jdbc.sql(INSERT)
                                .param("memberId", order.memberId())
                                .param("orderId", order.id().value())
                                .param("orderRef", order.reference())
                                .param("runId", trip.runId())
                                .param("trainCode", trip.trainCode())
                                .param("serviceDate", trip.serviceDate())
                                .param("seatClass", trip.seatClass())
                                .param("fromCall", trip.fromCall())
                                .param("toCall", trip.toCall())
                                .param("fromStation", trip.from().stationCode())
                                .param("fromZh", trip.from().name().zh())
                                .param("fromEn", trip.from().name().en())
                                .param("departs", Timestamp.from(trip.from().at()))
                                .param("toStation", trip.to().stationCode())
                                .param("toZh", trip.to().name().zh())
                                .param("toEn", trip.to().name().en())
                                .param("arrives", Timestamp.from(trip.to().at()))
                                .param("amountMinor", order.amount().minor())
                                .param("currency", order.amount().currency())
                                .param("placedAt", Timestamp.from(order.placedAt()))
                                .param("expiresAt", Timestamp.from(order.expiresAt()))
                                .param("holdRef", holdRef)
                                .update()
                        == 1;
        if (isNew) {
            tickets.insert(order.tickets());
        }
        return isNew;
    }

    /** Takes back what {@link #insert} wrote in this transaction. */
    public void withdraw(Order order) {
        tickets.withdraw(order);
        jdbc.sql(WITHDRAW)
                .param("memberId", order.memberId())
                .param("orderId", order.id().value())
                .update();
    }

    public Optional<Order> order(OrderId id) {
        return one("order_id = :id", "id", id.value());
    }

    public Optional<Order> ofMember(long memberId, UUID reference) {
        return jdbc.sql(OrderRows.SELECT + " where member_id = :memberId and order_ref = :ref")
                .param("memberId", memberId)
                .param("ref", reference)
                .query(OrderRows::order)
                .optional()
                .map(this::withTickets);
    }

    /** Whoever changes an order's state takes this lock first, so changes take turns. */
    public Optional<LockedOrder> locked(OrderId id) {
        return jdbc.sql(OrderRows.SELECT + " where order_id = :id for update")
                .param("id", id.value())
                .query(OrderRows::locked)
                .optional()
                .map(row -> row.with(withTickets(row.order())));
    }

    /** The seats of an order in inventory. */
    public Optional<UUID> holdRef(OrderId id) {
        return jdbc.sql("select hold_ref from booking.orders where order_id = :id")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
    }

    public Optional<OrderId> byReference(UUID reference) {
        return jdbc.sql("select order_id from booking.orders where order_ref = :ref")
                .param("ref", reference)
                .query(Long.class)
                .optional()
                .map(OrderId::new);
    }

    /** Newest first, after the cursor's order. */
    public List<Order> list(OrderFilter filter, long beforeOrderId, int limit) {
        return jdbc
                .sql(OrderRows.SELECT + LISTED)
                .param("memberId", filter.memberId())
                .param("status", filter.status())
                .param("before", beforeOrderId)
                .param("limit", limit)
                .query(OrderRows::order)
                .list()
                .stream()
                .map(this::withTickets)
                .toList();
    }

    public boolean move(Order order, OrderStatus to) {
        return jdbc.sql(MOVE)
                        .param("memberId", order.memberId())
                        .param("orderId", order.id().value())
                        .param("from", order.status().code())
                        .param("to", to.code())
                        .update()
                == 1;
    }

    /** The payment of the order has been dealt with, once and for all. */
    public void settle(Order order, OrderStatus status, UUID holdRef, Instant now) {
        int changed =
                jdbc.sql(SETTLE)
                        .param("memberId", order.memberId())
                        .param("orderId", order.id().value())
                        .param("status", status.code())
                        .param("holdRef", holdRef)
                        .param("at", Timestamp.from(now))
                        .update();
        if (changed != 1) {
            throw new IllegalStateException(
                    "order %d was settled twice, although its row is locked"
                            .formatted(order.id().value()));
        }
    }

    /** Unpaid orders whose deadline has passed, in its order, those after one of them. */
    public List<Turn<Long>> due(Instant now, Turn<Long> after, int limit) {
        return jdbc.sql(DUE)
                .param("now", Timestamp.from(now))
                .param("deadline", Timestamp.from(after.at()))
                .param("after", after.key())
                .param("limit", limit)
                .query(Turn.NUMBERED)
                .list();
    }

    private Optional<Order> one(String where, String name, Object value) {
        return jdbc.sql(OrderRows.SELECT + " where " + where)
                .param(name, value)
                .query(OrderRows::order)
                .optional()
                .map(this::withTickets);
    }

    private Order withTickets(Order order) {
        List<Ticket> found = tickets.ofOrder(order.memberId(), order.id());
        return new Order(
                order.id(),
                order.memberId(),
                order.reference(),
                order.status(),
                order.trip(),
                order.amount(),
                order.placedAt(),
                order.expiresAt(),
                found);
    }
}
