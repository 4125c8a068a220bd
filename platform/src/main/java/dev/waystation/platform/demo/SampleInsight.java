package dev.waystation.platform.demo;

import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.insight.analytics.SeedAnalytics;
import dev.waystation.platform.members.membership.SeededMember;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells the audience and the figures what happened before today. */
@Component
class SampleInsight {

    private static final int LINES_A_MEMBER = 12;

    private final SeedAudience audience;
    private final SeedAnalytics analytics;

    SampleInsight(SeedAudience audience, SeedAnalytics analytics) {
        this.audience = audience;
        this.analytics = analytics;
    }

    void seed(
            List<SeededMember> members, List<History.Past> past, Standings standings, Clock clock) {
        ZoneId zone = clock.getZone();
        audience.load(
                members.stream().map(member -> traits(member, standings, zone)),
                past.stream().flatMap(one -> deeds(one, zone)));
        analytics.figures(figures(members, past, LocalDate.now(clock), zone));
        analytics.history(past.stream().flatMap(SampleInsight::lines));
    }

    private static SeedAudience.Traits traits(
            SeededMember member, Standings standings, ZoneId zone) {
        List<String> consents = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        (member.smsMarketing() ? consents : refused).addAll(List.of("sms", "inbox"));
        (member.wechatMarketing() ? consents : refused).add("wechat");
        if (member.mail()) {
            (member.smsMarketing() ? consents : refused).add("email");
        }
        return new SeedAudience.Traits(
                member.memberId(),
                member.birthDate(),
                member.gender(),
                member.cityCode(),
                LocalDate.ofInstant(member.joinedAt(), zone),
                member.student() ? LocalDate.ofInstant(member.joinedAt(), zone).plusYears(3) : null,
                consents,
                refused,
                SampleReach.channels(member),
                standings.tier(member.memberId()),
                standings.points(member.memberId()));
    }

    private static Stream<SeedAudience.Deed> deeds(History.Past past, ZoneId zone) {
        long member = past.traveller().memberId();
        Stream<SeedAudience.Deed> trips =
                IntStream.range(0, past.trips().size())
                        .mapToObj(i -> {
                            History.Trip trip = past.trips().get(i);
                            return new SeedAudience.Deed(
                                    member,
                                    "trip.completed",
                                    "past-trip-" + i,
                                    LocalDate.ofInstant(trip.arrives(), zone),
                                    trip.fareMinor(),
                                    trip.seatClass(),
                                    trip.route().fromStation(),
                                    trip.route().toStation());
                        });
        Stream<SeedAudience.Deed> visits =
                IntStream.range(0, past.visits().size())
                        .mapToObj(i -> {
                            History.Visit visit = past.visits().get(i);
                            return new SeedAudience.Deed(
                                    member,
                                    "park.visited",
                                    "past-visit-" + i,
                                    visit.day(),
                                    visit.spentMinor(),
                                    null,
                                    null,
                                    null);
                        });
        return Stream.concat(trips, visits);
    }

    private static List<SeedAnalytics.Day> figures(
            List<SeededMember> members, List<History.Past> past, LocalDate today, ZoneId zone) {
        TreeMap<LocalDate, Map<String, Long>> days = new TreeMap<>();
        members.forEach(member ->
                add(days, LocalDate.ofInstant(member.joinedAt(), zone), "members_joined", 1));
        for (History.Past one : past) {
            for (History.Trip trip : one.trips()) {
                LocalDate day = LocalDate.ofInstant(trip.departs(), zone);
                add(days, day, "tickets_sold", 1);
                add(days, day, "revenue_minor", trip.fareMinor());
                add(days, day, "departing_tickets", 1);
                add(days, day, "gate_checkins", 1);
                add(days, LocalDate.ofInstant(trip.arrives(), zone), "trips_completed", 1);
                add(
                        days,
                        LocalDate.ofInstant(trip.arrives(), zone),
                        "points_issued",
                        points(one, trip, zone));
            }
        }
        // Today is lived, not told: its figures come from facts, so that rows stand behind them.
        return days.headMap(today).entrySet().stream()
                .map(day -> new SeedAnalytics.Day(day.getKey(), day.getValue()))
                .toList();
    }

    /** By the rule that runs: 5 a yuan, 15 from 60 on, rounded once. */
    private static long points(History.Past one, History.Trip trip, ZoneId zone) {
        long perYuan = SamplePoints.senior(one, trip, zone) ? 15 : 5;
        return Math.floorDiv(trip.fareMinor() * perYuan + 50, 100);
    }

    private static void add(
            Map<LocalDate, Map<String, Long>> days, LocalDate day, String measure, long by) {
        days.computeIfAbsent(day, at -> new TreeMap<>()).merge(measure, by, Long::sum);
    }

    private static Stream<SeedAnalytics.Past> lines(History.Past past) {
        long member = past.traveller().memberId();
        Stream<SeedAnalytics.Past> joined =
                Stream.of(
                        new SeedAnalytics.Past(
                                member,
                                past.traveller().joinedAt(),
                                "registered",
                                Map.of("channel", "demo")));
        Stream<SeedAnalytics.Past> trips =
                past.trips().stream()
                        .sorted((a, b) -> b.arrives().compareTo(a.arrives()))
                        .limit(LINES_A_MEMBER)
                        .map(trip ->
                                new SeedAnalytics.Past(
                                        member,
                                        trip.arrives(),
                                        "trip_completed",
                                        Map.of(
                                                "trainCode", trip.route().trainCode(),
                                                "fromStation", trip.route().fromStation(),
                                                "toStation", trip.route().toStation(),
                                                "fareMinor", trip.fareMinor(),
                                                "seatClass", trip.seatClass())));
        return Stream.concat(joined, trips);
    }
}
