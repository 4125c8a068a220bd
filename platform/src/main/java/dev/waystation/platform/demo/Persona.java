package dev.waystation.platform.demo;

import java.time.LocalDate;
import java.time.Period;

/** Kinds of customers of the sample world and how often they travel and visit in a year. */
enum Persona {
    BUSINESS(12, 0.4, "first"),
    STUDENT(4, 0.8, "second"),
    SENIOR(3, 1.0, "second"),
    FAMILY(3, 2.2, "second"),
    OCCASIONAL(1.4, 0.6, "second"),
    DORMANT(1.6, 0.5, "second");

    private final double tripsPerYear;
    private final double visitsPerYear;
    private final String seatClass;

    Persona(double tripsPerYear, double visitsPerYear, String seatClass) {
        this.tripsPerYear = tripsPerYear;
        this.visitsPerYear = visitsPerYear;
        this.seatClass = seatClass;
    }

    double tripsPerYear() {
        return tripsPerYear;
    }

    double visitsPerYear() {
        return visitsPerYear;
    }

    String seatClass() {
        return seatClass;
    }

    /** Age and student status decide first; chance (0 to 1) spreads the rest. */
    static Persona of(LocalDate birthDate, boolean student, LocalDate today, double chance) {
        if (student) {
            return STUDENT;
        }
        if (Period.between(birthDate, today).getYears() >= 60) {
            return SENIOR;
        }
        return chance < 0.18
                ? BUSINESS
                : chance < 0.45 ? FAMILY : chance < 0.80 ? OCCASIONAL : DORMANT;
    }
}
