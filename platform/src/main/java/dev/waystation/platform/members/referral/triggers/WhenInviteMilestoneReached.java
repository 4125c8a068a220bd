package dev.waystation.platform.members.referral.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.referral.facts.InviteMilestoneReached;
import dev.waystation.platform.members.referral.usecase.GiveMilestonePrize;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hands out what a milestone brings. */
@Component
class WhenInviteMilestoneReached implements FactReader {

    private final GiveMilestonePrize give;

    WhenInviteMilestoneReached(GiveMilestonePrize give) {
        this.give = give;
    }

    @Override
    public String name() {
        return "referral.milestones";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(InviteMilestoneReached.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        batch.forEach(each -> give.handle((InviteMilestoneReached) each.fact()));
    }
}
