package dev.waystation.platform.selling.booking.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.usecase.ExpireOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Seats of an unpaid order are back on sale within seconds of its deadline. */
@Component
class EveryTwoSecondsExpireOrders implements Timer {

    private final ExpireOrder expireOrder;

    EveryTwoSecondsExpireOrders(ExpireOrder expireOrder) {
        this.expireOrder = expireOrder;
    }

    @Override
    public String name() {
        return "booking.expire";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run(Instant now) {
        boolean moved = true;
        while (moved) {
            moved = false;
            List<OrderId> due = expireOrder.due(now);
            for (OrderId order : due) {
                moved |= expireOrder.handle(order, now);
            }
        }
    }
}
