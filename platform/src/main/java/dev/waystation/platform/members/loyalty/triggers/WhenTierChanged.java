package dev.waystation.platform.members.loyalty.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.benefits.Entitlements;
import dev.waystation.platform.members.loyalty.facts.TierChanged;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Benefits follow the tier: those of the old one are taken back, those of the new one given. */
@Component
class WhenTierChanged implements FactReader {

    private final Entitlements entitlements;

    WhenTierChanged(Entitlements entitlements) {
        this.entitlements = entitlements;
    }

    @Override
    public String name() {
        return "loyalty.tier-benefits";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(TierChanged.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact each : batch) {
            if (each.fact() instanceof TierChanged change) {
                entitlements.recall(change.memberId(), "tier:" + change.fromTier());
                entitlements.givePack(
                        change.memberId(),
                        "tier:" + change.toTier(),
                        change.occurredAt().toString());
            }
        }
    }
}
