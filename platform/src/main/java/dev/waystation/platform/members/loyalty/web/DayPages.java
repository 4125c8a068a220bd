package dev.waystation.platform.members.loyalty.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.edge.Versions;
import dev.waystation.platform.members.loyalty.model.DayCalendar;
import dev.waystation.platform.members.loyalty.usecase.PlanDays;
import dev.waystation.platform.members.loyalty.usecase.Programmes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Multiplier days of a programme, month by month. */
@RestController
class DayPages {

    /** A special day as it shall be; the factor becomes the draft of a rule. */
    record SpecialDayPlan(
            @Nullable Said name, @Nullable List<LocalDate> dates, @Nullable String factor) {}

    private final PlanDays plan;
    private final Programmes programmes;

    DayPages(PlanDays plan, Programmes programmes) {
        this.plan = plan;
        this.programmes = programmes;
    }

    @GetMapping("/v1/earning-programmes/{code}/calendar")
    @Permission("rules.read")
    ResponseEntity<DayCalendar> calendar(@PathVariable String code, @RequestParam String month) {
        return tagged(code, plan.month(code, read(month)));
    }

    @PutMapping("/v1/earning-programmes/{code}/special-days/{day}")
    @Permission("rules.publish")
    ResponseEntity<DayCalendar> planDay(
            @PathVariable String code,
            @PathVariable String day,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SpecialDayPlan body,
            Caller caller) {
        Versions.requireIfGiven(ifMatch, tag(code));
        PlanDays.Command command =
                new PlanDays.Command(
                        code,
                        day,
                        body.name() == null ? new Said("", "") : body.name(),
                        body.dates() == null ? List.of() : body.dates(),
                        body.factor(),
                        caller instanceof Caller.Staff staff ? staff.name() : caller.key(),
                        caller.key());
        return switch (plan.handle(command)) {
            case PlanDays.Outcome.Planned(DayCalendar calendar) -> tagged(code, calendar);
            case PlanDays.Outcome.Refused(PlanDays.DaysRefusal refusal, LocalDate on) ->
                    throw Refusal.of(refusal, HttpStatus.CONFLICT, Map.of("day", on.toString()));
        };
    }

    private static YearMonth read(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException notAMonth) {
            throw new Malformed("month", month, "give a month such as 2026-12");
        }
    }

    private ResponseEntity<DayCalendar> tagged(String programme, DayCalendar calendar) {
        return ResponseEntity.ok().header(HttpHeaders.ETAG, tag(programme)).body(calendar);
    }

    /** The days people named; which rules multiply on them has a version of its own. */
    private String tag(String programme) {
        return Versions.tagOf(programmes.of(programme).days());
    }
}
