package dev.waystation.platform.members.benefits.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.benefits.usecase.ExpireRewards;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Ends reward orders that were not paid in time. */
@Component
class EveryMinuteExpireRewards implements Timer {

    private final ExpireRewards rewards;

    EveryMinuteExpireRewards(ExpireRewards rewards) {
        this.rewards = rewards;
    }

    @Override
    public String name() {
        return "benefits.expire-rewards";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        rewards.handle(now);
    }
}
