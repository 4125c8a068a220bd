package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.OrderStatus;
import dev.waystation.platform.selling.booking.store.LockedOrder;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.inventory.SeatHolds;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The buyer gives an unpaid order up; its seats go back on sale at once. */
@Service
public class CancelOrder {

    private final OrderStore orders;
    private final OrderBook book;
    private final Settlement settlement;
    private final SeatHolds holds;
    private final Clock clock;

    CancelOrder(
            OrderStore orders,
            OrderBook book,
            Settlement settlement,
            SeatHolds holds,
            Clock clock) {
        this.orders = orders;
        this.book = book;
        this.settlement = settlement;
        this.holds = holds;
        this.clock = clock;
    }

    /** The answer to a cancellation. */
    public sealed interface Outcome {
        /** Also the answer to cancelling twice. */
        record Cancelled(Order order) implements Outcome {}

        record Refused(CancelRefusal code) implements Outcome {}
    }

    /** Why an order was not cancelled, in the order in which the reasons are looked for. */
    public enum CancelRefusal {
        ORDER_NOT_FOUND,
        ORDER_HAS_EXPIRED,
        ORDER_IS_PAID
    }

    @Transactional
    public Outcome handle(OrderId id) {
        Optional<LockedOrder> found = orders.locked(id);
        if (found.isEmpty()) {
            return new Outcome.Refused(CancelRefusal.ORDER_NOT_FOUND);
        }
        Order order = found.get().order();
        return switch (order.status()) {
            case CANCELLED -> new Outcome.Cancelled(order);
            case EXPIRED -> new Outcome.Refused(CancelRefusal.ORDER_HAS_EXPIRED);
            case PAID -> new Outcome.Refused(CancelRefusal.ORDER_IS_PAID);
            case HELD -> cancel(found.get());
        };
    }

    private Outcome cancel(LockedOrder locked) {
        if (settlement.captured(locked.order())) {
            return new Outcome.Refused(CancelRefusal.ORDER_IS_PAID);
        }
        book.close(locked.order(), OrderStatus.CANCELLED, clock.instant());
        holds.release(locked.holdRef(), "order_cancelled");
        return new Outcome.Cancelled(orders.order(locked.order().id()).orElseThrow());
    }
}
