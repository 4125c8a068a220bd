package dev.waystation.platform.members.wallet.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.wallet.usecase.ExpirePoints;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Gives holds back that nobody captured in time. */
@Component
class EveryMinuteReleaseHolds implements Timer {

    private final ExpirePoints expire;

    EveryMinuteReleaseHolds(ExpirePoints expire) {
        this.expire = expire;
    }

    @Override
    public String name() {
        return "wallet.release-holds";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        expire.overdueHolds();
    }
}
