package dev.waystation.platform.members.benefits.model;

import java.time.LocalDate;
import java.time.Month;

/** Days that come back every year. */
public final class Recurring {

    private Recurring() {}

    /** Whether a day is the anniversary; of 29 February it is 1 March where there is none. */
    public static boolean fallsOn(LocalDate first, LocalDate day) {
        if (day.getYear() <= first.getYear()) {
            return false;
        }
        boolean leapDay = first.getMonth() == Month.FEBRUARY && first.getDayOfMonth() == 29;
        return (leapDay && !day.isLeapYear())
                ? day.getMonth() == Month.MARCH && day.getDayOfMonth() == 1
                : day.getMonth() == first.getMonth()
                        && day.getDayOfMonth() == first.getDayOfMonth();
    }
}
