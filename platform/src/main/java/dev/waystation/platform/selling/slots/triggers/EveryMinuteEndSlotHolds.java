package dev.waystation.platform.selling.slots.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.selling.slots.usecase.EndSlotHolds;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Puts unpaid places back on sale. */
@Component
class EveryMinuteEndSlotHolds implements Timer {

    private final EndSlotHolds holds;

    EveryMinuteEndSlotHolds(EndSlotHolds holds) {
        this.holds = holds;
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
        holds.handle(now);
    }
}
