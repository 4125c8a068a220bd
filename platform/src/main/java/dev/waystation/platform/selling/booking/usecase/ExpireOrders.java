package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.selling.booking.store.DueOrder;
import dev.waystation.platform.selling.booking.store.OrderStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Expires all that is due. An order that cannot be closed waits for the next round, alone. */
@Component
public class ExpireOrders {

    private static final int BATCH = 200;

    private final OrderStore orders;
    private final ExpireOrder expireOrder;

    ExpireOrders(OrderStore orders, ExpireOrder expireOrder) {
        this.orders = orders;
        this.expireOrder = expireOrder;
    }

    /**
     * @throws RuntimeException what stood in the way of one of them, when all others are done
     */
    public void handle(Instant now) {
        @Nullable RuntimeException broken = null;
        DueOrder last = DueOrder.FIRST;
        List<DueOrder> page = orders.due(now, last, BATCH);
        while (!page.isEmpty()) {
            for (DueOrder due : page) {
                try {
                    expireOrder.handle(due.id(), now);
                } catch (RuntimeException e) {
                    broken = e;
                }
            }
            last = page.getLast();
            page = orders.due(now, last, BATCH);
        }
        if (broken != null) {
            throw broken;
        }
    }
}
