package dev.waystation.platform.engagement.journey.triggers;

import dev.waystation.platform.engagement.journey.usecase.AdvanceDueEnrolments;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The timers of all members in all journeys. */
@Component
class EverySecondAdvanceEnrolments implements Timer {

    private final AdvanceDueEnrolments advance;

    EverySecondAdvanceEnrolments(AdvanceDueEnrolments advance) {
        this.advance = advance;
    }

    @Override
    public String name() {
        return "journey.advance";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run(Instant now) {
        while (advance.handle(now) > 0) {
            // each round is one transaction; whoever moved on is due later or out
        }
    }
}
