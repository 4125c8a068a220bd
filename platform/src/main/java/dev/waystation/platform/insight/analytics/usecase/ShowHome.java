package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.analytics.model.HomeCard;
import dev.waystation.platform.insight.analytics.store.DailyRows;
import dev.waystation.platform.selling.catalogue.ClassOffer;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Today's figures, those that a role works with, each with its trend and the way to its rows. */
@Service
public class ShowHome {

    private static final int TREND_DAYS = 14;

    /** Where the console lists what a figure was counted from. */
    private static final String ROWS = "/figures/";

    private static final List<String> ALL =
            List.of(
                    "tickets_sold",
                    "revenue",
                    "load",
                    "gate_checkins",
                    "members_joined",
                    "points_issued",
                    "messages_queued",
                    "messages_withheld",
                    "journey_entries");

    private static final Map<String, List<String>> BY_ROLE =
            Map.of(
                    "operations",
                            List.of(
                                    "tickets_sold",
                                    "revenue",
                                    "members_joined",
                                    "points_issued",
                                    "journey_entries",
                                    "messages_queued",
                                    "messages_withheld",
                                    "load"),
                    "ticket_window", List.of("tickets_sold", "revenue", "members_joined"),
                    "gate", List.of("gate_checkins", "load"),
                    "finance", List.of("revenue", "tickets_sold", "points_issued"),
                    "executive",
                            List.of(
                                    "revenue",
                                    "tickets_sold",
                                    "load",
                                    "members_joined",
                                    "journey_entries"),
                    "auditor", List.of("messages_queued", "messages_withheld", "points_issued"));

    private final DailyRows daily;
    private final Timetables timetables;
    private final Clock clock;

    ShowHome(DailyRows daily, Timetables timetables, Clock clock) {
        this.daily = daily;
        this.timetables = timetables;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<HomeCard> handle(Caller caller) {
        LocalDate today = clock.instant().atZone(VenueZone.DEFAULT).toLocalDate();
        Map<String, Map<LocalDate, Long>> figures =
                daily.between(today.minusDays(TREND_DAYS - 1), today);
        Instant asOf = daily.asOf().orElse(clock.instant());
        return codes(caller).stream().map(code -> card(code, figures, today, asOf)).toList();
    }

    private static Set<String> codes(Caller caller) {
        var codes = new LinkedHashSet<String>();
        if (caller instanceof Caller.Staff staff) {
            staff.roles().stream()
                    .sorted()
                    .forEach(role -> codes.addAll(BY_ROLE.getOrDefault(role, ALL)));
        }
        return codes.isEmpty() ? new LinkedHashSet<>(ALL) : codes;
    }

    private HomeCard card(
            String code, Map<String, Map<LocalDate, Long>> figures, LocalDate today, Instant asOf) {
        return switch (code) {
            case "revenue" -> {
                List<Long> trend = trend(figures, "revenue_minor", today);
                yield card(
                        code,
                        new Said("今日票款", "Revenue today"),
                        Map.of("minor", trend.getLast(), "currency", "CNY"),
                        null,
                        ROWS + code,
                        trend,
                        new Said("出票金额减退款", "Fares issued less refunds"),
                        asOf);
            }
            case "load" -> load(figures, today, asOf);
            case "tickets_sold" ->
                    plain(
                            code,
                            "今日售票",
                            "Tickets sold today",
                            "张",
                            "tickets",
                            ROWS + code,
                            figures,
                            today,
                            asOf);
            case "gate_checkins" ->
                    plain(
                            code,
                            "今日检票",
                            "Checked in today",
                            "人次",
                            "people",
                            ROWS + code,
                            figures,
                            today,
                            asOf);
            case "members_joined" ->
                    plain(
                            code,
                            "今日新会员",
                            "New members today",
                            "人",
                            "members",
                            ROWS + code,
                            figures,
                            today,
                            asOf);
            case "points_issued" ->
                    plain(
                            code,
                            "今日发放积分",
                            "Points issued today",
                            "分",
                            "points",
                            ROWS + code,
                            figures,
                            today,
                            asOf);
            case "messages_queued" ->
                    plain(
                            code,
                            "今日消息",
                            "Messages today",
                            "条",
                            "messages",
                            ROWS + code,
                            figures,
                            today,
                            asOf);
            case "messages_withheld" ->
                    plain(
                            code,
                            "今日未发送",
                            "Withheld today",
                            "条",
                            "messages",
                            ROWS + code,
                            figures,
                            today,
                            asOf);
            default ->
                    plain(
                            "journey_entries",
                            "今日进入旅程",
                            "Journey entries today",
                            "人次",
                            "entries",
                            ROWS + "journey_entries",
                            figures,
                            today,
                            asOf);
        };
    }

    private HomeCard load(
            Map<String, Map<LocalDate, Long>> figures, LocalDate today, Instant asOf) {
        long seats =
                timetables.runsOn(today).stream()
                        .flatMap(run -> run.classes().stream())
                        .mapToLong(ClassOffer::seatCount)
                        .sum();
        List<Long> departing = trend(figures, "departing_tickets", today);
        double share = seats == 0 ? 0 : Math.round(10_000.0 * departing.getLast() / seats) / 100.0;
        return card(
                "load",
                new Said("今日上座", "Load today"),
                share,
                new Said("%", "%"),
                "/release",
                departing,
                new Said(
                        "今日发车的已售车票 ÷ 今日座位（" + seats + "）",
                        "Tickets of trains leaving today per seat (" + seats + ")"),
                asOf);
    }

    private static HomeCard plain(
            String code,
            String zh,
            String en,
            String unitZh,
            String unitEn,
            String href,
            Map<String, Map<LocalDate, Long>> figures,
            LocalDate today,
            Instant asOf) {
        List<Long> trend = trend(figures, code, today);
        return card(
                code,
                new Said(zh, en),
                trend.getLast(),
                new Said(unitZh, unitEn),
                href,
                trend,
                new Said("当日零点起累计", "Since midnight"),
                asOf);
    }

    private static HomeCard card(
            String code,
            Said label,
            Object value,
            @Nullable Said unit,
            String href,
            List<Long> trend,
            Said note,
            Instant asOf) {
        return new HomeCard(code, label, value, unit, asOf, href, trend, note);
    }

    private static List<Long> trend(
            Map<String, Map<LocalDate, Long>> figures, String measure, LocalDate today) {
        Map<LocalDate, Long> byDay = figures.getOrDefault(measure, Map.of());
        var trend = new ArrayList<Long>();
        for (int ago = TREND_DAYS - 1; ago >= 0; ago--) {
            trend.add(byDay.getOrDefault(today.minusDays(ago), 0L));
        }
        return trend;
    }
}
