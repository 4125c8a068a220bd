package dev.waystation.platform.demo;

import dev.waystation.platform.members.membership.SeedMembers;
import dev.waystation.platform.members.membership.SeededMember;
import dev.waystation.platform.selling.booking.PastTrip;
import dev.waystation.platform.selling.booking.SeedTrips;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Members and what they did before today, told to every module that builds on it. */
@Component
class SampleMembers {

    private static final int MONTHS = 24;

    private final SeedMembers members;
    private final SampleReach reach;
    private final SeedTrips trips;
    private final SamplePoints points;
    private final SampleInsight insight;
    private final Timetables timetables;
    private final int count;

    SampleMembers(
            SeedMembers members,
            SampleReach reach,
            SeedTrips trips,
            SamplePoints points,
            SampleInsight insight,
            Timetables timetables,
            @Value("${waystation.demo-members:20000}") int count) {
        this.members = members;
        this.reach = reach;
        this.trips = trips;
        this.points = points;
        this.insight = insight;
        this.timetables = timetables;
        this.count = count;
    }

    void seed(long seed, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        List<SeededMember> all = members.seed(seed, count);
        reach.seed(all);
        Routes routes = Routes.on(today.plusDays(1), timetables, clock.getZone());
        History history =
                new History(
                        routes.all(),
                        routes.byCity(),
                        today.minusMonths(MONTHS),
                        today,
                        clock.getZone());
        List<History.Past> past =
                all.stream().map(each -> history.of(traveller(each), seed)).toList();
        trips.seed(past.stream().flatMap(SampleMembers::trips));
        Standings standings = points.seed(past, clock.getZone());
        insight.seed(all, past, standings, clock);
    }

    private static History.Traveller traveller(SeededMember member) {
        return new History.Traveller(
                member.memberId(),
                member.birthDate(),
                member.cityCode(),
                member.joinedAt(),
                member.student());
    }

    private static Stream<PastTrip> trips(History.Past past) {
        return past.trips().stream()
                .map(trip ->
                        new PastTrip(
                                trip.memberId(),
                                trip.route().trainCode(),
                                trip.route().fromStation(),
                                trip.route().toStation(),
                                trip.departs(),
                                trip.arrives(),
                                trip.fareMinor(),
                                trip.seatClass()));
    }
}
