package dev.waystation.platform.members.loyalty.store;

import dev.waystation.platform.members.loyalty.EarnedTrip;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes past trips and tiers at once. */
@Component
public class BulkStandings {

    /** A past trip with what it earned. */
    public record Trip(EarnedTrip trip, long points) {}

    /** From when a member was in a tier; the next one of the member ends it. */
    public record Interval(long memberId, String tier, Instant from, String explanationId) {}

    // Past trips have no ticket here: negative numbers keep out of the way of real ones.
    private static final String TRIPS =
            """
            insert into loyalty.trip (member_id, ticket_id, fare_minor, points, completed_at)
            select t.member_id, -t.n, t.fare, t.points, t.at::timestamptz
            from unnest(:members, :fares, :points, :times) with ordinality
              as t (member_id, fare, points, at, n)
            """;

    private static final String INTERVALS =
            """
            insert into loyalty.tier_interval
              (member_id, tier, valid_from, valid_until, cause, explanation_id)
            select i.member_id, i.tier, i.at::timestamptz,
                   lead(i.at::timestamptz) over (
                     partition by i.member_id order by i.at::timestamptz),
                   'reached', i.explanation
            from unnest(:members, :tiers, :times, :explanations)
              as i (member_id, tier, at, explanation)
            """;

    private final JdbcClient jdbc;

    BulkStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void trips(List<Trip> trips) {
        jdbc.sql(TRIPS)
                .param(
                        "members",
                        trips.stream().map(each -> each.trip().memberId()).toArray(Long[]::new))
                .param(
                        "fares",
                        trips.stream().map(each -> each.trip().fareMinor()).toArray(Long[]::new))
                .param("points", trips.stream().map(Trip::points).toArray(Long[]::new))
                .param(
                        "times",
                        trips.stream()
                                .map(each -> each.trip().completedAt().toString())
                                .toArray(String[]::new))
                .update();
    }

    public void intervals(List<Interval> intervals) {
        jdbc.sql(INTERVALS)
                .param("members", intervals.stream().map(Interval::memberId).toArray(Long[]::new))
                .param("tiers", intervals.stream().map(Interval::tier).toArray(String[]::new))
                .param(
                        "times",
                        intervals.stream()
                                .map(each -> each.from().toString())
                                .toArray(String[]::new))
                .param(
                        "explanations",
                        intervals.stream().map(Interval::explanationId).toArray(String[]::new))
                .update();
    }
}
