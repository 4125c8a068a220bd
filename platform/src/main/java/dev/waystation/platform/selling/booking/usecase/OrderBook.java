package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.benefits.ReserveOutcome;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderStatus;
import dev.waystation.platform.selling.booking.facts.OrderCancelled;
import dev.waystation.platform.selling.booking.facts.OrderExpired;
import dev.waystation.platform.selling.booking.facts.OrderPlaced;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.booking.store.TicketStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes what belongs together: an order, its lines, its claims on persons' time, its fact. */
@Component
class OrderBook {

    /** What became of writing an order down. */
    enum Entry {
        WRITTEN,
        /** An order of the same reference was there first. */
        ALREADY_THERE,
        /** Somebody of the order is on another train meanwhile. */
        PERSON_IS_ELSEWHERE,
        /** A student of the order has no journey left this year. */
        STUDENT_JOURNEYS_ARE_USED
    }

    private final OrderStore orders;
    private final TicketStore tickets;
    private final OrderClaims claims;
    private final OrderCoupons coupons;
    private final OrderTenders tenders;
    private final FactLog facts;

    OrderBook(
            OrderStore orders,
            TicketStore tickets,
            OrderClaims claims,
            OrderCoupons coupons,
            OrderTenders tenders,
            FactLog facts) {
        this.orders = orders;
        this.tickets = tickets;
        this.claims = claims;
        this.coupons = coupons;
        this.tenders = tenders;
        this.facts = facts;
    }

    /** The coupons somebody wants to use, set aside; none is always well. */
    ReserveOutcome reserve(Order order, List<String> wanted) {
        return wanted.isEmpty()
                ? new ReserveOutcome.Reserved(0, Map.of(), Explanation.of(Said.same("")))
                : coupons.reserve(order, wanted);
    }

    Entry enter(Order order, List<String> persons, UUID holdRef) {
        // the order first: its own twin must be met as a twin, not as an overlapping trip
        if (!orders.insert(order, holdRef)) {
            return Entry.ALREADY_THERE;
        }
        OrderClaims.Claimed claimed = claims.claim(order, persons);
        if (claimed != OrderClaims.Claimed.ALL) {
            orders.withdraw(order);
            coupons.giveBack(order, "order_refused");
            return claimed == OrderClaims.Claimed.PERSON_IS_ELSEWHERE
                    ? Entry.PERSON_IS_ELSEWHERE
                    : Entry.STUDENT_JOURNEYS_ARE_USED;
        }
        facts.append(
                new OrderPlaced(
                        order.id().value(),
                        order.memberId(),
                        order.trip().runId(),
                        order.tickets().size(),
                        order.amount().minor(),
                        order.amount().currency(),
                        order.expiresAt(),
                        order.placedAt()));
        return Entry.WRITTEN;
    }

    /** Ends a held order without payment; the caller holds its lock. */
    void close(Order order, OrderStatus as, Instant now) {
        if (!orders.move(order, as)) {
            throw new IllegalStateException(
                    "order %d is not %s any more, although its row is locked"
                            .formatted(order.id().value(), order.status()));
        }
        tickets.makeVoid(order);
        claims.drop(order);
        coupons.giveBack(order, "order_" + as.code());
        tenders.letGo(order);
        long orderId = order.id().value();
        long runId = order.trip().runId();
        facts.append(
                as == OrderStatus.CANCELLED
                        ? new OrderCancelled(orderId, order.memberId(), runId, now)
                        : new OrderExpired(orderId, order.memberId(), runId, now));
    }
}
