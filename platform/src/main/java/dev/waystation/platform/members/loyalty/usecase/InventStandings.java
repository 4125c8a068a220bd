package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.EarnedTrip;
import dev.waystation.platform.members.loyalty.SeedLoyalty;
import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.model.MetricDay;
import dev.waystation.platform.members.loyalty.model.PastLadder;
import dev.waystation.platform.members.loyalty.model.Programme;
import dev.waystation.platform.members.loyalty.store.BulkStandings;
import dev.waystation.platform.members.loyalty.store.ReviewStore.Review;
import dev.waystation.platform.members.loyalty.store.TierStore;
import dev.waystation.platform.members.wallet.SeedWallet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the past earn by the shipped rules, and walks each member up and down the clubs. */
@Service
class InventStandings implements SeedLoyalty {

    private final InventEarnings earnings;
    private final SeedWallet wallet;
    private final Programmes programmes;
    private final BulkStandings bulk;
    private final Explanations explanations;
    private final Clock clock;

    InventStandings(
            InventEarnings earnings,
            SeedWallet wallet,
            Programmes programmes,
            BulkStandings bulk,
            Explanations explanations,
            Clock clock) {
        this.earnings = earnings;
        this.wallet = wallet;
        this.programmes = programmes;
        this.bulk = bulk;
        this.explanations = explanations;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void seed(List<EarnedTrip> trips) {
        InventEarnings.Past past = earnings.handle(trips);
        wallet.seed(past.credits());
        List<TierStore.Interval> intervals = new ArrayList<>();
        List<Review> reviews = new ArrayList<>();
        Map<String, Explanations.Owned> reasons = new HashMap<>();
        past.days().stream()
                .collect(Collectors.groupingBy(MetricDay::memberId))
                .forEach((member, days) -> {
                    for (Programme programme : programmes.all()) {
                        for (Club club : programme.clubs()) {
                            climb(
                                    member,
                                    club,
                                    programme.code(),
                                    days,
                                    intervals,
                                    reviews,
                                    reasons);
                        }
                    }
                });
        explanations.keep(reasons);
        bulk.intervals(intervals);
        bulk.reviews(reviews);
    }

    private void climb(
            long member,
            Club club,
            String programme,
            List<MetricDay> days,
            List<TierStore.Interval> intervals,
            List<Review> reviews,
            Map<String, Explanations.Owned> reasons) {
        PastLadder.Path path = PastLadder.walk(club, programme, days, LocalDate.now(clock));
        for (PastLadder.Step step : path.steps()) {
            String id = Explanations.freshId();
            Said name = step.level().name();
            reasons.put(
                    id,
                    new Explanations.Owned(
                            member,
                            step.standing()
                                    .explain(
                                            step.level(),
                                            step.cause().equals("reached")
                                                    ? new Said(
                                                            club.name().zh()
                                                                    + "：达到"
                                                                    + name.zh()
                                                                    + "。",
                                                            club.name().en()
                                                                    + ": "
                                                                    + name.en()
                                                                    + " was reached.")
                                                    : new Said(
                                                            club.name().zh()
                                                                    + "：复核后为"
                                                                    + name.zh()
                                                                    + "。",
                                                            club.name().en()
                                                                    + ": "
                                                                    + name.en()
                                                                    + " after the review."))));
            intervals.add(
                    new TierStore.Interval(
                            member,
                            club.code(),
                            TierStore.EARNED,
                            step.level().code(),
                            step.level().rank(),
                            step.day().atStartOfDay(clock.getZone()).toInstant(),
                            null,
                            step.cause(),
                            id));
        }
        path.dueOn()
                .ifPresent(due ->
                        reviews.add(
                                new Review(
                                        member,
                                        club.code(),
                                        due,
                                        due.minusDays(club.policy().noticeDays()),
                                        false,
                                        false)));
    }
}
