package dev.waystation.platform.members.passes.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.passes.usecase.OverdueBills;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Ends bills that nobody paid in time. */
@Component
class EveryMinuteEndBills implements Timer {

    private final OverdueBills overdue;

    EveryMinuteEndBills(OverdueBills overdue) {
        this.overdue = overdue;
    }

    @Override
    public String name() {
        return "passes.end-bills";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        overdue.handle(now);
    }
}
