package dev.waystation.platform.members.loyalty;

import java.time.Instant;

/** A trip or a visit of the past that earns by the rules. */
public record EarnedTrip(
        long memberId,
        String programme,
        long paidMinor,
        int age,
        boolean student,
        Instant completedAt) {

    /** A trip by rail. */
    public static EarnedTrip byRail(
            long memberId, long fareMinor, int age, boolean student, Instant completedAt) {
        return new EarnedTrip(memberId, "rail", fareMinor, age, student, completedAt);
    }

    /** A visit to the park. */
    public static EarnedTrip toPark(long memberId, long spentMinor, int age, Instant at) {
        return new EarnedTrip(memberId, "park", spentMinor, age, false, at);
    }
}
