package dev.waystation.ledger;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/** From the day points post to the last day they can be used. */
public sealed interface ExpiryPolicy {

    /** Last usable day of points that post on that day. */
    LocalDate lastDay(LocalDate posted);

    /** Where a term is rounded up to. */
    enum RoundedUpTo {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        LocalDate apply(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
                case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
                case QUARTER ->
                        day.withDayOfMonth(1)
                                .plusMonths(2 - (day.getMonthValue() - 1) % 3)
                                .with(TemporalAdjusters.lastDayOfMonth());
                case YEAR -> day.with(TemporalAdjusters.lastDayOfYear());
            };
        }
    }

    /** Some months later; the 31st becomes the last day of a shorter month. */
    record Months(int months, RoundedUpTo rounding) implements ExpiryPolicy {
        @Override
        public LocalDate lastDay(LocalDate posted) {
            return rounding.apply(posted.plusMonths(months));
        }
    }

    /** Some days later. */
    record Days(int days, RoundedUpTo rounding) implements ExpiryPolicy {
        @Override
        public LocalDate lastDay(LocalDate posted) {
            return rounding.apply(posted.plusDays(days));
        }
    }

    /** One day for all, whenever they post. */
    record FixedDay(LocalDate day) implements ExpiryPolicy {
        @Override
        public LocalDate lastDay(LocalDate posted) {
            return day;
        }
    }

    /** Never, as long as the account is in use or for good. */
    record Never() implements ExpiryPolicy {
        @Override
        public LocalDate lastDay(LocalDate posted) {
            return LocalDate.ofEpochDay(LotKey.NEVER);
        }
    }

    /** The same day every year: the first one that is not before the points post. */
    record EveryYearOn(MonthDay day) implements ExpiryPolicy {
        @Override
        public LocalDate lastDay(LocalDate posted) {
            LocalDate thisYear = day.atYear(posted.getYear());
            return thisYear.isBefore(posted) ? day.atYear(posted.getYear() + 1) : thisYear;
        }
    }
}
