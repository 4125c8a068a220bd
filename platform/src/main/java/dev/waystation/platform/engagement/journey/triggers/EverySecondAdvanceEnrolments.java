package dev.waystation.platform.engagement.journey.triggers;

import dev.waystation.platform.engagement.journey.usecase.DrainDueEnrolments;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The timers of all members in all journeys. */
@Component
class EverySecondAdvanceEnrolments implements Timer {

    private final DrainDueEnrolments drain;

    EverySecondAdvanceEnrolments(DrainDueEnrolments drain) {
        this.drain = drain;
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
        drain.handle(now);
    }
}
