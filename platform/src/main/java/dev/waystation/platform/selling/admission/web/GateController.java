package dev.waystation.platform.selling.admission.web;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.admission.model.GateCheck;
import dev.waystation.platform.selling.admission.usecase.CheckTicket;
import dev.waystation.platform.selling.admission.usecase.GateDiary;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gates over HTTP. A shut gate is an answer, not an error. */
@RestController
class GateController {

    private final CheckTicket checkTicket;
    private final GateDiary diary;

    GateController(CheckTicket checkTicket, GateDiary diary) {
        this.checkTicket = checkTicket;
        this.diary = diary;
    }

    record Scan(@Nullable String code, @Nullable String gate, @Nullable String stationCode) {}

    record Verdict(
            String decision, String reasonCode, Said sentence, @Nullable GateTicket ticket) {}

    record GateTicket(
            String id,
            String trainCode,
            String seatClass,
            String car,
            String seat,
            String group,
            Said from,
            Said to,
            Instant departs,
            @Nullable Instant checkedInAt) {}

    record RecentCheck(
            Instant at,
            String gate,
            String stationCode,
            @Nullable String ticketId,
            String decision,
            String reasonCode,
            Said sentence) {}

    @PostMapping("/v1/gate/check")
    @Permission("gate.check")
    Verdict check(@RequestBody Scan scan) {
        CheckTicket.Outcome outcome =
                checkTicket.handle(
                        new CheckTicket.Command(
                                text(scan.code()), text(scan.gate()), text(scan.stationCode())));
        return new Verdict(
                decision(outcome instanceof CheckTicket.Outcome.Admitted),
                GateDiary.code(outcome),
                diary.say(outcome),
                ticket(GateDiary.ticketOf(outcome)));
    }

    @GetMapping("/v1/gate/recent")
    @Permission("gate.check")
    Page<RecentCheck> recent(
            @RequestParam(required = false) @Nullable String gate,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Page.last(
                diary.recent(gate, Cursor.limit(limit)).stream()
                        .map(GateController::recent)
                        .toList());
    }

    private static RecentCheck recent(GateCheck check) {
        Long ticketId = check.ticketId();
        return new RecentCheck(
                check.at(),
                check.gate(),
                check.stationCode(),
                ticketId == null ? null : new TicketId(ticketId).text(),
                decision(check.admitted()),
                check.reasonCode(),
                check.sentence());
    }

    private static @Nullable GateTicket ticket(@Nullable Ticket ticket) {
        return ticket == null
                ? null
                : new GateTicket(
                        ticket.id().text(),
                        ticket.trip().trainCode(),
                        ticket.trip().seatClass(),
                        ticket.car(),
                        ticket.seat(),
                        ticket.group(),
                        ticket.trip().from().name(),
                        ticket.trip().to().name(),
                        ticket.trip().from().at(),
                        ticket.checkedInAt());
    }

    private static String decision(boolean admitted) {
        return admitted ? "admit" : "refuse";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
