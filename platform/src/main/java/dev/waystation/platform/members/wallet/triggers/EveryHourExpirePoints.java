package dev.waystation.platform.members.wallet.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.wallet.usecase.ExpirePoints;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Posts the expiry of points whose last day is over. Nobody can spend them even before. */
@Component
class EveryHourExpirePoints implements Timer {

    private final ExpirePoints expire;

    EveryHourExpirePoints(ExpirePoints expire) {
        this.expire = expire;
    }

    @Override
    public String name() {
        return "wallet.expire-points";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(Instant now) {
        expire.lapsed();
    }
}
