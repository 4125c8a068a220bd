package dev.waystation.platform.members.benefits.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.benefits.facts.RewardHeld;
import dev.waystation.platform.members.benefits.usecase.MoveReward;
import dev.waystation.platform.selling.payment.facts.PaymentCaptured;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Confirms orders whose points are set aside and whose cash, if any, is there. */
@Component
class WhenRewardIsPaid implements FactReader {

    private final MoveReward rewards;

    WhenRewardIsPaid(MoveReward rewards) {
        this.rewards = rewards;
    }

    @Override
    public String name() {
        return "benefits.rewards-paid";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(RewardHeld.class, PaymentCaptured.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact each : batch) {
            switch (each.fact()) {
                case RewardHeld held -> rewards.confirm(held.orderRef());
                case PaymentCaptured paid -> rewards.confirm(paid.orderRef());
                default -> {}
            }
        }
    }
}
