package dev.waystation.platform.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The year as travellers feel it: how many times more people travel on a day than on an ordinary
 * one. Festivals that follow the moon are listed by date; the rest repeat each year. The factors
 * are ours and only shape the sample world.
 */
final class Seasons {

    private static final List<LocalDate> SPRING_FESTIVALS =
            List.of(
                    LocalDate.of(2024, 2, 10),
                    LocalDate.of(2025, 1, 29),
                    LocalDate.of(2026, 2, 17),
                    LocalDate.of(2027, 2, 6),
                    LocalDate.of(2028, 1, 26));

    private static final List<LocalDate> LUNAR_HOLIDAYS =
            List.of(
                    LocalDate.of(2024, 6, 10),
                    LocalDate.of(2024, 9, 17),
                    LocalDate.of(2025, 5, 31),
                    LocalDate.of(2025, 10, 6),
                    LocalDate.of(2026, 6, 19),
                    LocalDate.of(2026, 9, 25),
                    LocalDate.of(2027, 6, 9),
                    LocalDate.of(2027, 9, 15));

    private Seasons() {}

    /** From 0.9 on a quiet weekday to about 3 on the peak days around the Spring Festival. */
    static double demand(LocalDate day) {
        return weekday(day)
                * Math.max(springFestival(day), Math.max(fixedHoliday(day), lunarHoliday(day)));
    }

    private static double weekday(LocalDate day) {
        DayOfWeek of = day.getDayOfWeek();
        return of == DayOfWeek.FRIDAY || of == DayOfWeek.SUNDAY
                ? 1.2
                : of == DayOfWeek.SATURDAY ? 1.05 : 0.9;
    }

    private static double springFestival(LocalDate day) {
        for (LocalDate festival : SPRING_FESTIVALS) {
            long distance = ChronoUnit.DAYS.between(festival, day);
            if (distance >= -15 && distance <= 25) {
                boolean peak =
                        (distance >= -4 && distance <= -1) || (distance >= 5 && distance <= 8);
                return peak ? 2.6 : 1.7;
            }
        }
        return 1;
    }

    private static double fixedHoliday(LocalDate day) {
        MonthDay at = MonthDay.from(day);
        if (within(at, 9, 30, 10, 8)) {
            return 2.2;
        }
        if (within(at, 4, 30, 5, 5)) {
            return 2.0;
        }
        if (within(at, 4, 4, 4, 6)) {
            return 1.5;
        }
        return within(at, 7, 1, 8, 31) ? 1.35 : 1;
    }

    private static double lunarHoliday(LocalDate day) {
        return LUNAR_HOLIDAYS.stream()
                        .anyMatch(at -> Math.abs(ChronoUnit.DAYS.between(at, day)) <= 1)
                ? 1.4
                : 1;
    }

    private static boolean within(MonthDay at, int fromMonth, int fromDay, int toMonth, int toDay) {
        return !at.isBefore(MonthDay.of(fromMonth, fromDay))
                && !at.isAfter(MonthDay.of(toMonth, toDay));
    }
}
