package dev.waystation.audience;

import java.time.LocalDate;

/** Arithmetic on days; born on 29 February, one is a year older on 1 March of a common year. */
public final class Days {

    private Days() {}

    /** Full years between two days. */
    public static long yearsBetween(long born, long today) {
        LocalDate from = LocalDate.ofEpochDay(born);
        LocalDate to = LocalDate.ofEpochDay(today);
        boolean reached =
                to.getMonthValue() * 100 + to.getDayOfMonth()
                        >= from.getMonthValue() * 100 + from.getDayOfMonth();
        return (long) to.getYear() - from.getYear() - (reached ? 0 : 1);
    }

    /** The first day on which so many full years have passed. */
    static long reaches(long born, long years) {
        LocalDate from = LocalDate.ofEpochDay(born);
        LocalDate then = from.plusYears(years);
        return then.toEpochDay() + (then.getDayOfMonth() == from.getDayOfMonth() ? 0 : 1);
    }

    /** The last day of birth with which one has so many full years today. */
    static long latestBirth(long years, long today) {
        return LocalDate.ofEpochDay(today).minusYears(years).toEpochDay();
    }
}
