package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.OrderStatus;
import dev.waystation.platform.selling.booking.store.LockedOrder;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.inventory.SeatHolds;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the seats of an unpaid order back to sale once its deadline has passed. */
@Service
public class ExpireOrder {

    private final OrderStore orders;
    private final OrderBook book;
    private final Settlement settlement;
    private final SeatHolds holds;

    ExpireOrder(OrderStore orders, OrderBook book, Settlement settlement, SeatHolds holds) {
        this.orders = orders;
        this.book = book;
        this.settlement = settlement;
        this.holds = holds;
    }

    /** A paid order is left alone: its tickets are on the way. */
    @Transactional
    public boolean handle(OrderId id, Instant now) {
        Optional<LockedOrder> found = orders.locked(id);
        if (found.isEmpty()
                || found.get().order().status() != OrderStatus.HELD
                || found.get().order().expiresAt().isAfter(now)
                || settlement.captured(found.get().order())) {
            return false;
        }
        book.close(found.get().order(), OrderStatus.EXPIRED, now);
        holds.release(found.get().holdRef(), "order_expired");
        return true;
    }
}
