package dev.waystation.platform.engagement.webhooks.triggers;

import dev.waystation.platform.engagement.webhooks.usecase.SendDeliveries;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tries what is due; when it comes is the machine's time, whatever the world's clock says. */
@Component
class EveryFewSecondsSend implements Timer {

    private final SendDeliveries send;

    EveryFewSecondsSend(SendDeliveries send) {
        this.send = send;
    }

    @Override
    public String name() {
        return "webhooks.send";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run(Instant now) {
        send.handle();
    }
}
