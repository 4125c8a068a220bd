package dev.waystation.platform.members.benefits.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.benefits.usecase.FreeCoupons;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Frees coupons of carts that were left standing. */
@Component
class EveryMinuteFreeCoupons implements Timer {

    private final FreeCoupons free;

    EveryMinuteFreeCoupons(FreeCoupons free) {
        this.free = free;
    }

    @Override
    public String name() {
        return "benefits.free-coupons";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        free.handle(now);
    }
}
