package dev.waystation.platform.engagement.messaging.triggers;

import dev.waystation.platform.engagement.messaging.usecase.DeliverDueMessages;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Empties the outbox of what is due, batch by batch. */
@Component
class EveryFewSecondsDeliverMessages implements Timer {

    private final DeliverDueMessages deliver;

    EveryFewSecondsDeliverMessages(DeliverDueMessages deliver) {
        this.deliver = deliver;
    }

    @Override
    public String name() {
        return "messaging.deliver";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run(Instant now) {
        deliver.giveUpLost(now);
        while (deliver.handle(now) > 0) {
            // each round is one transaction; the next one finds what is left
        }
    }
}
