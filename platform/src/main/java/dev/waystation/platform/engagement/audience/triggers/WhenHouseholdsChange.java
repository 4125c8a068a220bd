package dev.waystation.platform.engagement.audience.triggers;

import dev.waystation.platform.engagement.audience.usecase.FollowHouseholds;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.membership.facts.HouseholdChanged;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Families that form, grow and part. */
@Component
class WhenHouseholdsChange implements FactReader {

    private final FollowHouseholds follow;

    WhenHouseholdsChange(FollowHouseholds follow) {
        this.follow = follow;
    }

    @Override
    public String name() {
        return "audience.households";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(HouseholdChanged.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact recorded : batch) {
            if (recorded.fact() instanceof HouseholdChanged changed) {
                follow.handle(changed);
            }
        }
    }
}
