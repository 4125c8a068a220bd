package dev.waystation.platform.members.passes.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days from the first to the last, both counted. */
public record Span(LocalDate from, LocalDate until) {

    /** A term of months; one that starts on 29 February ends on 27 February. */
    public static Span ofMonths(LocalDate from, int months) {
        return new Span(from, from.plusMonths(months).minusDays(1));
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(from, until) + 1;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    public Span later(int days) {
        return new Span(from, until.plusDays(days));
    }

    public Span moved(int days) {
        return new Span(from.plusDays(days), until.plusDays(days));
    }
}
