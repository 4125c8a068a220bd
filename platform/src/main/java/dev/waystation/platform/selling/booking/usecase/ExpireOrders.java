package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.jobs.EachAlone;
import dev.waystation.platform.foundation.jobs.Turn;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.store.OrderStore;
import java.time.Instant;
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

    public void handle(Instant now) {
        EachAlone.pages(
                Turn.firstNumber(),
                after -> orders.due(now, after, BATCH),
                id -> expireOrder.handle(new OrderId(id), now));
    }
}
