package dev.waystation.platform.demo;

import dev.waystation.platform.members.loyalty.EarnedTrip;
import dev.waystation.platform.members.loyalty.SeedLoyalty;
import dev.waystation.platform.members.loyalty.Tiers;
import dev.waystation.platform.members.wallet.Points;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Points and tiers that follow from the past trips, by the rules that run today. */
@Component
class SamplePoints {

    private static final int SENIOR_FROM = 60;

    private final SeedLoyalty loyalty;
    private final Points points;
    private final Tiers tiers;

    SamplePoints(SeedLoyalty loyalty, Points points, Tiers tiers) {
        this.loyalty = loyalty;
        this.points = points;
        this.tiers = tiers;
    }

    Standings seed(List<History.Past> past, ZoneId zone) {
        loyalty.seed(
                past.stream()
                        .flatMap(one ->
                                one.trips().stream()
                                        .map(trip ->
                                                new EarnedTrip(
                                                        trip.memberId(),
                                                        trip.fareMinor(),
                                                        senior(one, trip, zone),
                                                        trip.arrives())))
                        .toList());
        return new Standings() {
            @Override
            public long points(long memberId) {
                return points.balance(memberId, "points").spendable();
            }

            @Override
            public String tier(long memberId) {
                return tiers.current(memberId).code();
            }
        };
    }

    static boolean senior(History.Past one, History.Trip trip, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(trip.arrives(), zone);
        return Period.between(one.traveller().birthDate(), day).getYears() >= SENIOR_FROM;
    }
}
