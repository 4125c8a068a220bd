package dev.waystation.platform.selling.admission.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.selling.admission.usecase.CompleteTrips;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Trips end with the arrival of their train. */
@Component
class EveryMinuteCompleteTrips implements Timer {

    private final CompleteTrips completeTrips;

    EveryMinuteCompleteTrips(CompleteTrips completeTrips) {
        this.completeTrips = completeTrips;
    }

    @Override
    public String name() {
        return "admission.complete-trips";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        int completed;
        do {
            completed = completeTrips.handle(now);
        } while (completed > 0);
    }
}
