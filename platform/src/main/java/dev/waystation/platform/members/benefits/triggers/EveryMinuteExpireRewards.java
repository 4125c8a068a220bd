package dev.waystation.platform.members.benefits.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.benefits.model.RewardOrder;
import dev.waystation.platform.members.benefits.usecase.MoveReward;
import dev.waystation.platform.members.benefits.usecase.ShowRewards;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Ends reward orders that were not paid in time. */
@Component
class EveryMinuteExpireRewards implements Timer {

    private final ShowRewards show;
    private final MoveReward rewards;

    EveryMinuteExpireRewards(ShowRewards show, MoveReward rewards) {
        this.show = show;
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
        for (RewardOrder order : show.overdue(now)) {
            // Paid at the last moment: confirming goes first.
            rewards.confirm(order.reference());
            rewards.expire(order.reference());
        }
    }
}
