package dev.waystation.platform.members.loyalty.model;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/** When a tier that was reached, or kept, is looked at next. */
public final class ReviewDay {

    private ReviewDay() {}

    /**
     * @param from the day the tier was reached or kept; the answer lies after it
     * @param joined the day the member joined
     */
    public static Optional<LocalDate> after(
            Club.Policy policy, LocalDate from, LocalDate joined, LocalDate birth) {
        return switch (policy.review()) {
            case TIER_START -> Optional.of(from.plusMonths(policy.months()));
            case JOIN_DATE -> Optional.of(anniversary(from, MonthDay.from(joined)));
            case BIRTHDAY -> Optional.of(anniversary(from, MonthDay.from(birth)));
            // A tier holds to the fixed day of the next year at least: reached in March, it is not
            // lost at the end of March.
            case FIXED_DAY ->
                    Optional.of(
                            MonthDay.parse("--" + policy.fixedDay()).atYear(from.getYear() + 1));
            case AT_ONCE, NEVER -> Optional.empty();
        };
    }

    /**
     * When somebody who has earned a higher tier gets it, where a club raises at the end of a
     * period only: the review that its tiers have, else the year's end.
     */
    public static LocalDate rise(
            Club.Policy policy, LocalDate today, LocalDate joined, LocalDate birth) {
        return switch (policy.review()) {
            // Who has no tier yet has no day it began: the period is the member's own year.
            case TIER_START, JOIN_DATE -> anniversary(today, MonthDay.from(joined));
            case BIRTHDAY -> anniversary(today, MonthDay.from(birth));
            case FIXED_DAY -> anniversary(today, MonthDay.parse("--" + policy.fixedDay()));
            case AT_ONCE, NEVER -> LocalDate.of(today.getYear() + 1, 1, 1);
        };
    }

    // MonthDay.atYear puts 29 February on the 28th in common years.
    private static LocalDate anniversary(LocalDate from, MonthDay day) {
        LocalDate thisYear = day.atYear(from.getYear());
        return thisYear.isAfter(from) ? thisYear : day.atYear(from.getYear() + 1);
    }
}
