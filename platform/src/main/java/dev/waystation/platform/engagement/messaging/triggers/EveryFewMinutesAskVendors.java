package dev.waystation.platform.engagement.messaging.triggers;

import dev.waystation.platform.engagement.messaging.usecase.AskAboutUnknown;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Asks about messages nobody knows of. */
@Component
class EveryFewMinutesAskVendors implements Timer {

    private final AskAboutUnknown ask;

    EveryFewMinutesAskVendors(AskAboutUnknown ask) {
        this.ask = ask;
    }

    @Override
    public String name() {
        return "messaging.ask";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(2);
    }

    @Override
    public void run(Instant now) {
        ask.handle(now);
    }
}
