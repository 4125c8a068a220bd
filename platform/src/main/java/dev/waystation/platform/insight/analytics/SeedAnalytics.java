package dev.waystation.platform.insight.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fills figures and timelines with what happened before the fact log began. */
public interface SeedAnalytics {

    /**
     * Figures of one day by measure: tickets_sold, revenue_minor, departing_tickets, gate_checkins,
     * trips_completed, members_joined, points_issued, messages_queued, messages_withheld,
     * journey_entries.
     */
    record Day(LocalDate day, Map<String, Long> measures) {}

    /**
     * One line of a member's timeline, with the kinds of {@code Meaning}, such as trip_completed.
     *
     * @param details values for its sentence
     */
    record Past(long memberId, Instant at, String kind, Map<String, Object> details) {}

    /** Sets the figures of these days; repeated, it changes nothing. */
    void figures(List<Day> days);

    /** Adds lines to timelines, batch by batch. */
    void history(Stream<Past> past);
}
