package dev.waystation.platform.selling.slots.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.selling.slots.usecase.SettleSlot;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Puts unpaid places back on sale. */
@Component
class EveryMinuteEndSlotHolds implements Timer {

    private final SettleSlot settle;

    EveryMinuteEndSlotHolds(SettleSlot settle) {
        this.settle = settle;
    }

    @Override
    public String name() {
        return "slots.end-holds";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        settle.end(now);
    }
}
