package dev.waystation.platform.members.loyalty.model;

import dev.waystation.platform.members.loyalty.model.Club.Measure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums what a member did into the numbers that a club's criteria speak of, as of a day. */
public final class Measures {

    private Measures() {}

    /**
     * @param days everything the member did, in any order
     * @param asOf the last day that counts
     * @param periodStart from when the present tier is counted
     */
    public static Map<String, Long> of(
            Club club,
            String programme,
            List<MetricDay> days,
            LocalDate asOf,
            LocalDate periodStart) {
        Map<String, Long> measured = new LinkedHashMap<>();
        for (Measure measure : club.measures()) {
            List<MetricDay> counted =
                    days.stream()
                            .filter(day -> day.metric().equals(programme + "." + measure.metric()))
                            .filter(day -> !day.day().isAfter(asOf))
                            .filter(day -> day.day().isAfter(after(measure, asOf, periodStart)))
                            .toList();
            long value =
                    measure.each() > 0
                            ? streak(counted, measure.each(), YearMonth.from(asOf))
                            : counted.stream().mapToLong(MetricDay::value).sum();
            measured.put(measure.name(), value);
        }
        return measured;
    }

    private static LocalDate after(Measure measure, LocalDate asOf, LocalDate periodStart) {
        return switch (measure.window()) {
            case MONTHS -> asOf.minusMonths(measure.months());
            case CALENDAR_YEAR -> asOf.withDayOfYear(1).minusDays(1);
            case TIER_PERIOD -> periodStart.minusDays(1);
            case LIFETIME -> LocalDate.MIN;
        };
    }

    /** Months in a row that reached it; the running month counts as soon as it does. */
    private static long streak(List<MetricDay> days, long each, YearMonth last) {
        Map<YearMonth, Long> months = new TreeMap<>();
        days.forEach(day -> months.merge(YearMonth.from(day.day()), day.value(), Long::sum));
        YearMonth month = months.getOrDefault(last, 0L) >= each ? last : last.minusMonths(1);
        long run = 0;
        while (months.getOrDefault(month, 0L) >= each) {
            run++;
            month = month.minusMonths(1);
        }
        return run;
    }
}
