package dev.waystation.platform.members.wallet.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.wallet.usecase.TellExpiring;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells members of points that end soon. */
@Component
class EveryHourTellExpiring implements Timer {

    private final TellExpiring tell;

    EveryHourTellExpiring(TellExpiring tell) {
        this.tell = tell;
    }

    @Override
    public String name() {
        return "wallet.tell-expiring";
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
