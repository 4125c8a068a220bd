package dev.waystation.platform.engagement.outreach.triggers;

import dev.waystation.platform.engagement.outreach.usecase.HandToStaff;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Hands over what was gathered. */
@Component
class EveryMinuteHandToStaff implements Timer {

    private final HandToStaff work;

    EveryMinuteHandToStaff(HandToStaff work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "outreach.hand";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        work.handle(now);
    }
}
