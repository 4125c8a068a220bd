package dev.waystation.platform.members.loyalty.model;

import dev.waystation.platform.foundation.edge.Said;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A month of a programme: its special days and by how much they multiply points. */
public record DayCalendar(String programme, String month, List<Day> days, List<Special> special) {

    /**
     * One day.
     *
     * @param factor what everybody's points are multiplied by, null for an ordinary day
     * @param factors each rule that multiplies, those not in force yet included
     */
    public record Day(
            LocalDate date,
            List<String> special,
            @Nullable String factor,
            List<DayFactor> factors) {}

    /** A kind of special day with every date it names and what multiplies on it. */
    public record Special(
            String code,
            Said name,
            List<LocalDate> dates,
            int nthInMonth,
            int weekday,
            List<DayFactor> factors) {}

    public static DayCalendar of(
            Programme programme,
            YearMonth month,
            List<RuleVersion> rules,
            Instant now,
            ZoneId zone) {
        List<DayFactor> factors =
                rules.stream()
                        .filter(each -> each.sketch().programme().equals(programme.code()))
                        .flatMap(each -> DayFactor.of(each, now).stream())
                        .toList();
        return new DayCalendar(
                programme.code(),
                month.toString(),
                month.atDay(1)
                        .datesUntil(month.plusMonths(1).atDay(1))
                        .map(date -> day(programme, date, factors, zone))
                        .toList(),
                programme.days().stream().map(each -> special(each, factors)).toList());
    }

    private static Day day(
            Programme programme, LocalDate date, List<DayFactor> factors, ZoneId zone) {
        List<String> special = programme.daysOf(date);
        Instant start = date.atStartOfDay(zone).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        List<DayFactor> here =
                factors.stream()
                        .filter(each -> special.contains(each.day()))
                        .filter(each ->
                                each.state().equals("draft") || each.countsBetween(start, end))
                        .toList();
        String best =
                here.stream()
                        .filter(each -> !each.state().equals("draft") && !each.conditional())
                        .map(DayFactor::factor)
                        .max(Comparator.comparing(DayCalendar::number))
                        .orElse(null);
        return new Day(date, special, best, here);
    }

    private static Special special(Programme.SpecialDay day, List<DayFactor> factors) {
        return new Special(
                day.code(),
                day.name(),
                day.named(),
                day.nthInMonth(),
                day.weekday(),
                factors.stream()
                        .filter(each -> each.day().equals(day.code()))
                        .filter(each -> !each.state().equals("ended"))
                        .toList());
    }

    /** 2, "1.5" or "3/2", for comparing. */
    private static BigDecimal number(String factor) {
        String[] parts = factor.split("/", 2);
        BigDecimal number = new BigDecimal(parts[0]);
        return parts.length == 1
                ? number
                : number.divide(new BigDecimal(parts[1]), java.math.MathContext.DECIMAL32);
    }
}
