package dev.waystation.platform.members.loyalty.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a metric a member did on a day.
 *
 * @param metric with its programme: {@code park.visits}
 */
public record MetricDay(long memberId, String metric, LocalDate day, long value) {

    private static final int NIGHT_FROM = 19;

    /** What an event adds to the metrics that tiers look at. */
    public static List<MetricDay> of(Decision decision, ZoneId zone) {
        return of(decision.event(), decision.total("qualifying"), zone);
    }

    /** What an event that is reversed takes from the metrics again, on its own day. */
    public static List<MetricDay> reversed(EarningEvent event, long qualifying, ZoneId zone) {
        return of(event, qualifying, zone).stream()
                .map(each -> new MetricDay(each.memberId, each.metric, each.day, -each.value))
                .toList();
    }

    private static List<MetricDay> of(EarningEvent event, long qualifying, ZoneId zone) {
        LocalDate day = event.at().atZone(zone).toLocalDate();
        List<MetricDay> days = new ArrayList<>();
        add(days, event, day, "spendMinor", event.earningMinor());
        add(days, event, day, "qualifying", qualifying);
        switch (event.trigger()) {
            case "trip.completed" -> add(days, event, day, "trips", 1);
            case "park.visited" -> {
                add(days, event, day, "visits", 1);
                boolean night = event.at().atZone(zone).getHour() >= NIGHT_FROM;
                add(days, event, day, "nightVisits", night ? 1 : 0);
            }
            case "invitation" -> add(days, event, day, "invites", 1);
            default -> {}
        }
        return days;
    }

    private static void add(
            List<MetricDay> days, EarningEvent event, LocalDate day, String metric, long value) {
        if (value != 0) {
            days.add(new MetricDay(event.memberId(), event.programme() + "." + metric, day, value));
        }
    }
}
