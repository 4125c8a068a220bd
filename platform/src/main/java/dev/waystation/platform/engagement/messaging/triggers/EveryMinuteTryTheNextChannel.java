package dev.waystation.platform.engagement.messaging.triggers;

import dev.waystation.platform.engagement.messaging.usecase.CascadeMessages;
import dev.waystation.platform.foundation.jobs.EachAlone;
import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.foundation.jobs.Turn;
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
        EachAlone.pages(
                Turn.firstReference(),
                after -> cascades.due(now, after),
                reference -> cascades.advance(reference, now));
    }
}
