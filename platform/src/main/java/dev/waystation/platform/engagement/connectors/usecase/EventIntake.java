package dev.waystation.platform.engagement.connectors.usecase;

import dev.waystation.platform.engagement.events.ReportedEvents;
import dev.waystation.platform.engagement.events.ReportedEvents.Own;
import dev.waystation.platform.engagement.events.ReportedEvents.Reported;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.intake.Intake;
import dev.waystation.platform.foundation.intake.IntakeColumn;
import dev.waystation.platform.foundation.intake.IntakeRow;
import dev.waystation.platform.foundation.intake.Verdict;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.MemberCells;
import dev.waystation.platform.members.membership.MemberLookup;
import dev.waystation.platform.operators.venues.Venue;
import dev.waystation.platform.operators.venues.VenueBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Events from files: a row is one event, known again by its number and its day for ever. */
@Service
class EventIntake implements Intake {

    private static final Duration KEPT = Duration.ofDays(365);

    private final ReportedEvents events;
    private final MemberLookup members;
    private final VenueBook venues;
    private final Clock clock;

    EventIntake(ReportedEvents events, MemberLookup members, VenueBook venues, Clock clock) {
        this.events = events;
        this.members = members;
        this.venues = venues;
        this.clock = clock;
    }

    private record Plan(Verdict verdict, @Nullable Reported event) {}

    @Override
    public String subject() {
        return "events";
    }

    @Override
    public Said title() {
        return new Said("事件", "Events");
    }

    @Override
    public boolean bringsValue() {
        return false;
    }

    @Override
    public List<IntakeColumn> columns() {
        List<IntakeColumn> columns = new ArrayList<>(MemberCells.columns());
        columns.add(
                column(
                        "number",
                        "事件编号",
                        "Event number",
                        "系统里的单号",
                        "The number it has in its own system",
                        "R-2026-0001"));
        columns.add(
                column("event", "事件", "Event", "小写字母加点", "Small letters with a dot", "till.sold"));
        columns.add(
                column(
                        "at",
                        "时间",
                        "Time",
                        "2026-11-23 09:30 或带时区",
                        "2026-11-23 09:30, or with an offset",
                        "2026-11-23 09:30"));
        columns.add(
                column(
                        "venue",
                        "场馆",
                        "Venue",
                        "场馆页面上的代码",
                        "The code on the page of venues",
                        "park"));
        columns.add(column("zone", "区域", "Zone", "该场馆的区域代码", "A zone of that venue", "restaurant"));
        columns.add(
                new IntakeColumn(
                        "amount",
                        new Said("金额", "Amount"),
                        List.of("消费金额"),
                        false,
                        new Said("以分为单位，可留空", "In minor units, may stay empty"),
                        "5800"));
        return columns;
    }

    private static IntakeColumn column(
            String key, String zh, String en, String hintZh, String hintEn, String example) {
        return new IntakeColumn(
                key, new Said(zh, en), List.of(), true, new Said(hintZh, hintEn), example);
    }

    @Override
    public List<String> keys(IntakeRow row) {
        return row.cell("number").map(List::of).orElse(List.of());
    }

    @Override
    public List<Verdict> judge(List<IntakeRow> rows) {
        return plan(rows).stream().map(Plan::verdict).toList();
    }

    @Override
    public List<Verdict> apply(List<IntakeRow> rows, Run run) {
        List<Plan> plans = plan(rows);
        events.report(Own.FILES, plans.stream().map(Plan::event).filter(Objects::nonNull).toList());
        return plans.stream().map(Plan::verdict).toList();
    }

    /** What happened stays: segments and journeys may have moved by it. */
    @Override
    public List<Verdict> undo(List<Effect> effects, Run run) {
        return effects.stream()
                .map(_ ->
                        Verdict.rejected(
                                "", new Said("已收下的事件不能撤回", "An event that was taken stays taken")))
                .toList();
    }

    /** Nothing: events are read where they are shown. */
    @Override
    public Export export(String after, int limit) {
        return new Export(List.of(), "");
    }

    private List<Plan> plan(List<IntakeRow> rows) {
        List<Optional<Long>> who = members.find(rows.stream().map(MemberCells::key).toList());
        List<Plan> plans = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            plans.add(plan(rows.get(i), who.get(i)));
        }
        return plans;
    }

    private Plan plan(IntakeRow row, Optional<Long> member) {
        List<Verdict.Fault> faults = new ArrayList<>();
        if (member.isEmpty()) {
            faults.add(MemberCells.nobody(row));
        }
        String number = needed(row, "number", faults);
        String event = needed(row, "event", faults);
        String venue = needed(row, "venue", faults);
        String zone = needed(row, "zone", faults);
        Instant at = at(row, faults);
        Optional<Venue> known = venues.find(venue);
        if (!venue.isEmpty() && known.isEmpty()) {
            fault(faults, "venue", "没有代码为“" + venue + "”的场馆", "There is no venue " + venue);
        } else if (known.isPresent() && !zone.isEmpty() && !known.get().has(zone)) {
            fault(faults, "zone", "该场馆没有区域“" + zone + "”", "The venue lists no zone " + zone);
        }
        Map<String, Object> properties = new HashMap<>();
        row.cell("amount")
                .ifPresent(text -> {
                    if (text.matches("\\d{1,12}")) {
                        properties.put("amountMinor", Long.parseLong(text));
                    } else {
                        fault(
                                faults,
                                "amount",
                                "请写成以分为单位的整数",
                                "Write a whole number of minor units");
                    }
                });
        if (!faults.isEmpty() || at == null) {
            return new Plan(new Verdict.Rejected(faults), null);
        }
        return new Plan(
                new Verdict.New(number),
                new Reported(
                        number,
                        event,
                        PublicId.encode("mbr", member.orElseThrow()),
                        at,
                        venue,
                        zone,
                        properties));
    }

    private static String needed(IntakeRow row, String column, List<Verdict.Fault> faults) {
        return row.cell(column)
                .orElseGet(() -> {
                    fault(faults, column, "没有填写", "It is empty");
                    return "";
                });
    }

    private @Nullable Instant at(IntakeRow row, List<Verdict.Fault> faults) {
        String text = row.cell("at").orElse("").replace(' ', 'T');
        try {
            Instant at =
                    text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).atZone(VenueZone.DEFAULT).toInstant();
            Instant now = clock.instant();
            if (!at.isAfter(now) && at.isAfter(now.minus(KEPT))) {
                return at;
            }
            fault(
                    faults,
                    "at",
                    "请给出最近一年内、不晚于现在的时间",
                    "Give a time of the last year that is not ahead");
        } catch (DateTimeParseException unreadable) {
            fault(faults, "at", "请写成 2026-11-23 09:30", "Write it like 2026-11-23 09:30");
        }
        return null;
    }

    private static void fault(List<Verdict.Fault> faults, String column, String zh, String en) {
        faults.add(new Verdict.Fault(column, new Said(zh, en)));
    }
}
