package dev.waystation.platform.engagement.audience.triggers;

import dev.waystation.platform.engagement.audience.usecase.FlipMembers;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Looks at the members whose day has come; on any other tick there is nobody and it costs nothing.
 */
@Component
class EveryMinuteFlipMembers implements Timer {

    private final FlipMembers flip;

    EveryMinuteFlipMembers(FlipMembers flip) {
        this.flip = flip;
    }

    @Override
    public String name() {
        return "audience.flip";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        flip.handle();
    }
}
