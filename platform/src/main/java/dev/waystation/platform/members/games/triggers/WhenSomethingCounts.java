package dev.waystation.platform.members.games.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.games.model.Counted;
import dev.waystation.platform.members.games.model.Metric;
import dev.waystation.platform.members.games.usecase.CountDeeds;
import dev.waystation.platform.members.passes.facts.PassUsed;
import dev.waystation.platform.members.wallet.facts.PointsCredited;
import dev.waystation.platform.selling.admission.facts.TripCompleted;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Trips, visits and earned points count; what games themselves give does not. */
@Component
class WhenSomethingCounts implements FactReader {

    private static final Set<String> OWN = Set.of("draw", "challenge");

    private final CountDeeds count;

    WhenSomethingCounts(CountDeeds count) {
        this.count = count;
    }

    @Override
    public String name() {
        return "games.deeds";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(TripCompleted.class, PassUsed.class, PointsCredited.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact each : batch) {
            switch (each.fact()) {
                case TripCompleted trip ->
                        count.handle(
                                new Counted(Metric.TRIPS, trip.memberId(), 1, trip.occurredAt()));
                case PassUsed use ->
                        count.handle(
                                new Counted(Metric.VISITS, use.memberId(), 1, use.occurredAt()));
                case PointsCredited earned -> points(earned);
                default -> {}
            }
        }
    }

    private void points(PointsCredited earned) {
        if (earned.currency().equals("points") && !OWN.contains(earned.source())) {
            count.handle(
                    new Counted(
                            Metric.POINTS,
                            earned.memberId(),
                            earned.amount(),
                            earned.occurredAt()));
        }
    }
}
