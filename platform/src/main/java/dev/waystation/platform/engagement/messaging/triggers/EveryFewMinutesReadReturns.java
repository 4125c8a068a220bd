package dev.waystation.platform.engagement.messaging.triggers;

import dev.waystation.platform.engagement.messaging.usecase.HearReturns;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Reads the mails that came back. */
@Component
class EveryFewMinutesReadReturns implements Timer {

    private final HearReturns returns;

    EveryFewMinutesReadReturns(HearReturns returns) {
        this.returns = returns;
    }

    @Override
    public String name() {
        return "messaging.returns";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(2);
    }

    @Override
    public void run(Instant now) {
        returns.handle();
    }
}
