package dev.waystation.platform.engagement.journey.triggers;

import dev.waystation.platform.engagement.journey.usecase.OpenOnTime;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Looks once a minute whether the clock lets anybody in. */
@Component
class EveryMinuteOpenJourneys implements Timer {

    private final OpenOnTime open;

    EveryMinuteOpenJourneys(OpenOnTime open) {
        this.open = open;
    }

    @Override
    public String name() {
        return "journey.open";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        while (open.handle(now)) {
            // a page per transaction; a slot that is done has none left
        }
    }
}
