package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.amounts.Rounding;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.members.loyalty.EarnedTrip;
import dev.waystation.platform.members.loyalty.SeedLoyalty;
import dev.waystation.platform.members.loyalty.Tier;
import dev.waystation.platform.members.loyalty.model.Standing;
import dev.waystation.platform.members.loyalty.store.BulkStandings;
import dev.waystation.platform.members.loyalty.store.TierStore;
import dev.waystation.platform.members.wallet.PastCredit;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.SeedWallet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Walks each member's past trips in order and moves the tier up where it was reached. */
@Service
class InventStandings implements SeedLoyalty {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final int PER_YUAN = 5;
    private static final int PER_YUAN_SENIOR = 15;

    private final SeedWallet wallet;
    private final TierStore tiers;
    private final BulkStandings bulk;
    private final Explanations explanations;

    InventStandings(
            SeedWallet wallet, TierStore tiers, BulkStandings bulk, Explanations explanations) {
        this.wallet = wallet;
        this.tiers = tiers;
        this.bulk = bulk;
        this.explanations = explanations;
    }

    @Override
    @Transactional
    public void seed(List<EarnedTrip> trips) {
        List<PastCredit> credits = new ArrayList<>(trips.size() * 2);
        List<BulkStandings.Trip> rows = new ArrayList<>(trips.size());
        for (EarnedTrip trip : trips) {
            long points = points(trip);
            long qualifying = Rounding.halfUp(trip.fareMinor(), 100);
            rows.add(new BulkStandings.Trip(trip, points));
            if (points > 0 && qualifying > 0) {
                credits.add(credit(trip, Points.POINTS, points));
                credits.add(credit(trip, Points.QUALIFYING, qualifying));
            }
        }
        wallet.seed(credits);
        bulk.trips(rows);
        List<Tier> all = tiers.tiers();
        List<BulkStandings.Interval> intervals = new ArrayList<>();
        Map<String, Explanations.Owned> reasons = new HashMap<>();
        trips.stream()
                .collect(Collectors.groupingBy(EarnedTrip::memberId))
                .values()
                .forEach(each -> climb(each, all, intervals, reasons));
        explanations.keep(reasons);
        bulk.intervals(intervals);
    }

    private static void climb(
            List<EarnedTrip> trips,
            List<Tier> all,
            List<BulkStandings.Interval> intervals,
            Map<String, Explanations.Owned> reasons) {
        Deque<EarnedTrip> year = new ArrayDeque<>();
        long qualifying = 0;
        Tier current = all.getFirst();
        for (EarnedTrip trip :
                trips.stream().sorted(Comparator.comparing(EarnedTrip::completedAt)).toList()) {
            Instant after = trip.completedAt().minus(YEAR);
            while (!year.isEmpty() && !year.getFirst().completedAt().isAfter(after)) {
                qualifying -= Rounding.halfUp(year.removeFirst().fareMinor(), 100);
            }
            year.addLast(trip);
            qualifying += Rounding.halfUp(trip.fareMinor(), 100);
            Standing standing = new Standing(qualifying, year.size());
            Tier earned = standing.earned(all);
            if (earned.rank() > current.rank()) {
                current = earned;
                String id = Explanations.freshId();
                reasons.put(id, new Explanations.Owned(trip.memberId(), standing.explain(earned)));
                intervals.add(
                        new BulkStandings.Interval(
                                trip.memberId(), earned.code(), trip.completedAt(), id));
            }
        }
    }

    private static long points(EarnedTrip trip) {
        return Rounding.halfUp(
                trip.fareMinor() * (trip.senior() ? PER_YUAN_SENIOR : PER_YUAN), 100);
    }

    private static PastCredit credit(EarnedTrip trip, String currency, long amount) {
        return new PastCredit(trip.memberId(), currency, amount, trip.completedAt(), "travel");
    }
}
