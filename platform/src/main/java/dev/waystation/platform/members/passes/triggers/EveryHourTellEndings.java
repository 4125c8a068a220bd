package dev.waystation.platform.members.passes.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.passes.usecase.TellEndings;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Says that the time to renew has begun. */
@Component
class EveryHourTellEndings implements Timer {

    private final TellEndings tell;

    EveryHourTellEndings(TellEndings tell) {
        this.tell = tell;
    }

    @Override
    public String name() {
        return "passes.tell-endings";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(Instant now) {
        tell.handle();
    }
}
