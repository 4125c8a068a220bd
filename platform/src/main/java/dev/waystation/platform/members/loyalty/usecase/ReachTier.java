package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.loyalty.Tier;
import dev.waystation.platform.members.loyalty.facts.TierChanged;
import dev.waystation.platform.members.loyalty.model.Standing;
import dev.waystation.platform.members.loyalty.store.TierStore;
import dev.waystation.platform.members.loyalty.store.TripStore;
import dev.waystation.platform.members.wallet.Points;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a member up the moment a higher tier is reached; down is a matter of reviews. */
@Service
public class ReachTier {

    private final TierStore tiers;
    private final TripStore trips;
    private final Points points;
    private final Explanations explanations;
    private final FactLog facts;
    private final Clock clock;

    ReachTier(
            TierStore tiers,
            TripStore trips,
            Points points,
            Explanations explanations,
            FactLog facts,
            Clock clock) {
        this.tiers = tiers;
        this.trips = trips;
        this.points = points;
        this.explanations = explanations;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public void handle(long memberId) {
        Instant now = clock.instant();
        List<Tier> all = tiers.tiers();
        String current =
                tiers.at(memberId, now).map(TierStore.Interval::tier).orElse(all.getFirst().code());
        int rank =
                all.stream().filter(e -> e.code().equals(current)).findFirst().orElseThrow().rank();
        Standing standing = standing(memberId, now);
        Tier earned = standing.earned(all);
        if (earned.rank() <= rank) {
            return;
        }
        String explanationId = explanations.keep(memberId, standing.explain(earned));
        tiers.change(memberId, earned.code(), now, "reached", explanationId);
        facts.append(
                new TierChanged(memberId, current, earned.code(), "reached", explanationId, now));
    }

    Standing standing(long memberId, Instant now) {
        Instant yearAgo = now.atZone(clock.getZone()).minusMonths(12).toInstant();
        return new Standing(
                points.balance(memberId, Points.QUALIFYING).spendable(),
                trips.count(memberId, yearAgo, now));
    }
}
