package dev.waystation.platform.members.loyalty.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.loyalty.facts.PointsEarned;
import dev.waystation.platform.members.loyalty.usecase.ReachTier;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks at the tiers of members who earned; by itself, so that no pot waits for it. */
@Component
class WhenMetricsMove implements FactReader {

    private final ReachTier reach;

    WhenMetricsMove(ReachTier reach) {
        this.reach = reach;
    }

    @Override
    public String name() {
        return "loyalty.reach-tiers";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(PointsEarned.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        batch.stream()
                .map(RecordedFact::fact)
                .map(PointsEarned.class::cast)
                .collect(
                        java.util.stream.Collectors.groupingBy(
                                PointsEarned::memberId,
                                java.util.TreeMap::new,
                                java.util.stream.Collectors.mapping(
                                        PointsEarned::programme,
                                        java.util.stream.Collectors.toSet())))
                .forEach((member, programmes) ->
                        programmes.stream().sorted().forEach(p -> reach.handle(member, p)));
    }
}
