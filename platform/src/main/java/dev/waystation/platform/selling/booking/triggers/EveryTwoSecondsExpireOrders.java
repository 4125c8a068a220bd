package dev.waystation.platform.selling.booking.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.selling.booking.usecase.ExpireOrders;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Seats of an unpaid order are back on sale within seconds of its deadline. */
@Component
class EveryTwoSecondsExpireOrders implements Timer {

    private final ExpireOrders expireOrders;

    EveryTwoSecondsExpireOrders(ExpireOrders expireOrders) {
        this.expireOrders = expireOrders;
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
        expireOrders.handle(now);
    }
}
