package dev.waystation.platform.selling.booking.model;

import dev.waystation.amounts.Money;
import dev.waystation.amounts.Share;

/** What a passenger group pays of the full fare. */
public final class Fares {

    private static final Share CHILD = Share.percent(50);
    private static final Share STUDENT_IN_SECOND = Share.percent(75);

    private Fares() {}

    /** The group's fare, rounded once per ticket. */
    public static Money of(Money full, String group, String seatClass) {
        return full.times(share(group, seatClass));
    }

    /** Whether a ticket is one of a student's journeys of the year: only the lower fare counts. */
    public static boolean countsAsStudent(String group, String seatClass) {
        return group.equals("student") && !share(group, seatClass).equals(Share.WHOLE);
    }

    private static Share share(String group, String seatClass) {
        return switch (group) {
            case "child" -> CHILD;
            case "student" -> seatClass.equals("second") ? STUDENT_IN_SECOND : Share.WHOLE;
            default -> Share.WHOLE;
        };
    }
}
