package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.jobs.EachAlone;
import dev.waystation.platform.foundation.jobs.Turn;
import dev.waystation.platform.members.benefits.store.RewardStore;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Ends orders of the reward mall that were not paid in time. */
@Service
public class ExpireRewards {

    private final RewardStore rewards;
    private final MoveReward move;

    ExpireRewards(RewardStore rewards, MoveReward move) {
        this.rewards = rewards;
        this.move = move;
    }

    public void handle(Instant now) {
        EachAlone.pages(Turn.firstReference(), after -> rewards.overdue(now, after), this::end);
    }

    private void end(UUID order) {
        move.confirm(order); // Paid at the last moment: confirming goes first.
        move.expire(order);
    }
}
