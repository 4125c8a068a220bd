package dev.waystation.platform.engagement.journey.triggers;

import dev.waystation.platform.engagement.journey.usecase.MakeCalls;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What journeys ask of other systems. */
@Component
class EverySecondMakeCalls implements Timer {

    private final MakeCalls calls;

    EverySecondMakeCalls(MakeCalls calls) {
        this.calls = calls;
    }

    @Override
    public String name() {
        return "journey.calls";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run(Instant now) {
        while (calls.handle(now) > 0) {
            // until nobody is to be asked now; whoever is busy is asked later
        }
    }
}
