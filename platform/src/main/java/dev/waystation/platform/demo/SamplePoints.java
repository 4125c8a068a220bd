package dev.waystation.platform.demo;

import dev.waystation.platform.members.loyalty.EarnedTrip;
import dev.waystation.platform.members.loyalty.SeedLoyalty;
import dev.waystation.platform.members.loyalty.Tiers;
import dev.waystation.platform.members.wallet.Points;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
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
                                Stream.concat(
                                        one.trips().stream().map(trip -> trip(one, trip, zone)),
                                        one.visits().stream()
                                                .map(visit -> visit(one, visit, zone))))
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

    private static EarnedTrip trip(History.Past one, History.Trip trip, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(trip.arrives(), zone);
        return EarnedTrip.byRail(
                trip.memberId(),
                trip.fareMinor(),
                Period.between(one.traveller().birthDate(), day).getYears(),
                one.traveller().student(),
                trip.arrives());
    }

    private static EarnedTrip visit(History.Past one, History.Visit visit, ZoneId zone) {
        return EarnedTrip.toPark(
                visit.memberId(),
                visit.spentMinor(),
                Period.between(one.traveller().birthDate(), visit.day()).getYears(),
                visit.day()
                        .atTime(visit.spentMinor() % 4_000 == 0 ? 19 : 10, 0)
                        .atZone(zone)
                        .toInstant());
    }

    static boolean senior(History.Past one, History.Trip trip, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(trip.arrives(), zone);
        return Period.between(one.traveller().birthDate(), day).getYears() >= SENIOR_FROM;
    }
}
