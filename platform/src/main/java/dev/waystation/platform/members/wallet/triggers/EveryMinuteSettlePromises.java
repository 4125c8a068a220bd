package dev.waystation.platform.members.wallet.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.wallet.usecase.SettlePromises;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lets promises come true whose time has come. */
@Component
class EveryMinuteSettlePromises implements Timer {

    private final SettlePromises settle;

    EveryMinuteSettlePromises(SettlePromises settle) {
        this.settle = settle;
    }

    @Override
    public String name() {
        return "wallet.settle-promises";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        settle.due();
    }
}
