package dev.waystation.platform.engagement.events.triggers;

import dev.waystation.platform.engagement.events.usecase.PrepareDays;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes tomorrow's partition before tomorrow, and drops those past their retention. */
@Component
class HourlyPrepareDays implements Timer {

    private final PrepareDays prepare;

    HourlyPrepareDays(PrepareDays prepare) {
        this.prepare = prepare;
    }

    @Override
    public String name() {
        return "events.days";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(Instant now) {
        prepare.handle(now);
    }
}
