package dev.waystation.platform.selling.booking.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.LocalDate;

/**
 * How often a student travels at the lower fare.
 *
 * @param yearBegins the month an academic year of journeys begins with
 */
public record StudentRules(int journeysAYear, int yearBegins) {

    /** The railway's published rule: four single journeys from October to September. */
    public static final StudentRules USUAL = new StudentRules(4, 10);

    public StudentRules {
        Malformed.require(
                journeysAYear >= 0 && journeysAYear <= 50,
                "students.journeysAYear",
                journeysAYear,
                "give 0 to 50");
        Malformed.require(
                yearBegins >= 1 && yearBegins <= 12,
                "students.yearBegins",
                yearBegins,
                "give 1 to 12");
    }

    /** The year, by the calendar year it begins in, that a day of travel belongs to. */
    public int year(LocalDate travel) {
        return travel.getMonthValue() >= yearBegins ? travel.getYear() : travel.getYear() - 1;
    }

    /** As people write it: 2026/27. */
    public static String said(int year) {
        return "%d/%02d".formatted(year, (year + 1) % 100);
    }
}
