package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.Tier;
import dev.waystation.platform.members.loyalty.Tiers;
import dev.waystation.platform.members.loyalty.model.Standing;
import dev.waystation.platform.members.loyalty.store.TierStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member's tier, since when and why, and what the next one takes. */
@Service
public class ShowTier implements Tiers {

    /** How far one threshold of the next tier is. */
    public record Gap(String metric, Said label, long have, long needed, long missing) {}

    /** The tier above the present one. */
    public record Next(String code, Said name, List<Gap> gaps) {}

    /** A member's tier and what it rests on today. */
    public record View(
            String code,
            Said name,
            @Nullable Instant since,
            Explanation why,
            @Nullable Next next) {}

    private final TierStore store;
    private final ReachTier reach;
    private final Clock clock;

    ShowTier(TierStore store, ReachTier reach, Clock clock) {
        this.store = store;
        this.reach = reach;
        this.clock = clock;
    }

    @Override
    public Tier current(long memberId) {
        return at(memberId, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public Tier at(long memberId, Instant instant) {
        List<Tier> all = store.tiers();
        return store.at(memberId, instant)
                .flatMap(in -> all.stream().filter(e -> e.code().equals(in.tier())).findFirst())
                .orElseGet(all::getFirst);
    }

    @Override
    public List<Tier> all() {
        return store.tiers();
    }

    @Transactional(readOnly = true)
    public View handle(long memberId) {
        Instant now = clock.instant();
        Tier tier = at(memberId, now);
        Optional<TierStore.Interval> interval = store.at(memberId, now);
        Standing standing = reach.standing(memberId, now);
        Optional<Tier> next = standing.next(store.tiers(), tier);
        return new View(
                tier.code(),
                tier.name(),
                interval.map(TierStore.Interval::from).orElse(null),
                standing.why(tier, next),
                next.map(each -> next(each, standing)).orElse(null));
    }

    private static Next next(Tier tier, Standing standing) {
        return new Next(
                tier.code(),
                tier.name(),
                List.of(
                        gap(
                                "qualifying",
                                new Said("定级积分", "Qualifying points"),
                                standing.qualifyingPoints(),
                                tier.qualifyingPoints()),
                        gap("trips12m", new Said("行程", "Trips"), standing.trips(), tier.trips())));
    }

    private static Gap gap(String metric, Said label, long have, long needed) {
        return new Gap(metric, label, have, needed, Math.max(0, needed - have));
    }
}
