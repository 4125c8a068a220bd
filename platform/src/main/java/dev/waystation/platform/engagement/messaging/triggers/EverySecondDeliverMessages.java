package dev.waystation.platform.engagement.messaging.triggers;

import dev.waystation.platform.engagement.messaging.usecase.ApplyReceipts;
import dev.waystation.platform.engagement.messaging.usecase.DeliverDueMessages;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Empties the outbox of what is due, lane by lane. */
@Component
class EverySecondDeliverMessages implements Timer {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DeliverDueMessages deliver;
    private final ApplyReceipts receipts;

    EverySecondDeliverMessages(DeliverDueMessages deliver, ApplyReceipts receipts) {
        this.deliver = deliver;
        this.receipts = receipts;
    }

    @Override
    public String name() {
        return "messaging.deliver";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run(Instant now) {
        deliver.giveUpLost(now);
        deliver.run(now, PATIENCE);
        receipts.catchUp(now);
    }
}
