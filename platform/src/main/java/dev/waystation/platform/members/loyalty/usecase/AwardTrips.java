package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.members.loyalty.model.Award;
import dev.waystation.platform.members.loyalty.model.Awarding;
import dev.waystation.platform.members.loyalty.model.Ride;
import dev.waystation.platform.members.loyalty.store.RuleStore;
import dev.waystation.platform.members.loyalty.store.TripStore;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.platform.members.wallet.PostOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Credits what completed trips earned, once per ticket however often a trip is reported. */
@Service
public class AwardTrips {

    private final RuleStore rules;
    private final TripStore trips;
    private final Points points;
    private final ReachTier reach;
    private final Awarding awarding;
    private final Clock clock;

    AwardTrips(RuleStore rules, TripStore trips, Points points, ReachTier reach, Clock clock) {
        this.rules = rules;
        this.trips = trips;
        this.points = points;
        this.reach = reach;
        this.clock = clock;
        this.awarding = new Awarding(clock.getZone());
    }

    @Transactional
    public void handle(List<Ride> rides) {
        long cap = rules.yearlyCap();
        List<PointsCredit> credits = new ArrayList<>();
        for (Ride ride : rides) {
            if (!trips.known(ride.memberId(), ride.ticketId())) {
                credits.addAll(credits(ride, cap));
            }
        }
        // The wallet commits by itself, under references that follow from the ticket: should this
        // transaction fail afterwards, the next attempt finds the credits posted.
        for (PostOutcome outcome : points.credit(credits)) {
            switch (outcome) {
                case PostOutcome.Posted _ -> {}
                case PostOutcome.Refused refused ->
                        throw new IllegalStateException("Trip credit refused: " + refused);
            }
        }
        Set<Long> members = rides.stream().map(Ride::memberId).collect(Collectors.toSet());
        members.forEach(reach::handle);
    }

    private List<PointsCredit> credits(Ride ride, long cap) {
        LocalDate lastDay = points.lastDay(Points.POINTS, LocalDate.now(clock));
        Award award =
                awarding.award(
                        ride, rules.validAt(ride.arrivedAt()), usedInYearOf(ride), cap, lastDay);
        trips.keep(ride, award.points());
        List<PointsCredit> credits = new ArrayList<>(2);
        add(credits, ride, award, Points.POINTS, award.points(), lastDay);
        add(
                credits,
                ride,
                award,
                Points.QUALIFYING,
                award.qualifying(),
                points.lastDay(Points.QUALIFYING, LocalDate.now(clock)));
        return credits;
    }

    private static void add(
            List<PointsCredit> credits,
            Ride ride,
            Award award,
            String currency,
            long amount,
            LocalDate lastDay) {
        if (amount > 0) {
            credits.add(
                    new PointsCredit(
                            reference(ride.ticketId(), currency),
                            ride.memberId(),
                            currency,
                            amount,
                            lastDay,
                            award.why(),
                            "travel"));
        }
    }

    private long usedInYearOf(Ride ride) {
        ZoneId zone = clock.getZone();
        LocalDate first = LocalDate.ofInstant(ride.arrivedAt(), zone).withDayOfYear(1);
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant to = first.plusYears(1).atStartOfDay(zone).toInstant();
        return trips.earned(ride.memberId(), from, to);
    }

    static UUID reference(long ticketId, String currency) {
        String name = "trip of ticket " + ticketId + " in " + currency;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
