package dev.waystation.platform.selling.inventory.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.selling.inventory.usecase.ExpireHolds;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** A hold that expired is free again within seconds. Expiring twice frees once. */
@Component
class EveryFewSecondsExpireHolds implements Timer {

    private final ExpireHolds expireHolds;

    EveryFewSecondsExpireHolds(ExpireHolds expireHolds) {
        this.expireHolds = expireHolds;
    }

    @Override
    public String name() {
        return "inventory-expire-holds";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(3);
    }

    @Override
    public void run(Instant now) {
        expireHolds.handle();
    }
}
