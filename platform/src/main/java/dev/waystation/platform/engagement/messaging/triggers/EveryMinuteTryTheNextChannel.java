package dev.waystation.platform.engagement.messaging.triggers;

import dev.waystation.platform.engagement.messaging.usecase.CascadeMessages;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Moves messages on that have not arrived over the channel they tried. */
@Component
class EveryMinuteTryTheNextChannel implements Timer {

    private final CascadeMessages cascades;

    EveryMinuteTryTheNextChannel(CascadeMessages cascades) {
        this.cascades = cascades;
    }

    @Override
    public String name() {
        return "messaging.cascade";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        while (cascades.advance(now) > 0) {
            // whoever was looked at is due later, so each round finds others
        }
    }
}
