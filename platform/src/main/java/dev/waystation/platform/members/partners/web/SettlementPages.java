package dev.waystation.platform.members.partners.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.partners.PartnerRefusal;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.model.Statement;
import dev.waystation.platform.members.partners.usecase.DecideDispute;
import dev.waystation.platform.members.partners.usecase.KeepPartners;
import dev.waystation.platform.members.partners.usecase.SettleMonth;
import dev.waystation.platform.members.partners.usecase.ShowStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A partner's months: count, compare, dispute, lock. */
@RestController
class SettlementPages {

    record MonthView(String month, boolean locked) {}

    /** The partner's account of a month: units by its own event ids, with control totals. */
    record ClaimedMonthRequest(Map<String, Long> units, int events, long total) {}

    record PartnerPaymentRequest(String reference, long minor, LocalDate paidOn) {}

    record PartnerDisputeRequest(String eventId, String note) {}

    record DisputeDecisionRequest(String decision, String note, long minor) {}

    private final KeepPartners partners;
    private final SettleMonth settle;
    private final ShowStatement show;
    private final DecideDispute disputes;

    SettlementPages(
            KeepPartners partners, SettleMonth settle, ShowStatement show, DecideDispute disputes) {
        this.partners = partners;
        this.settle = settle;
        this.show = show;
        this.disputes = disputes;
    }

    @GetMapping("/v1/partners/{code}/months")
    @Permission("partners.read")
    List<MonthView> months(@PathVariable String code) {
        return settle.months(partner(code)).stream()
                .map(each -> new MonthView(each.period().toString().substring(0, 7), each.locked()))
                .toList();
    }

    @GetMapping("/v1/partners/{code}/months/{month}")
    @Permission("partners.read")
    Statement month(@PathVariable String code, @PathVariable String month) {
        Partner partner = partner(code);
        LocalDate period = PartnerJson.month(month);
        if (settle.months(partner).stream().noneMatch(each -> each.period().equals(period))) {
            throw Refusal.of(PartnerRefusal.SETTLEMENT_NOT_RUN, HttpStatus.NOT_FOUND);
        }
        return show.of(partner, period);
    }

    @PostMapping("/v1/partners/{code}/months/{month}:run")
    @Permission("partners.settle")
    Statement run(@PathVariable String code, @PathVariable String month) {
        return answer(settle.run(contracted(code), PartnerJson.month(month)));
    }

    @PostMapping("/v1/partners/{code}/months/{month}:lock")
    @Permission("partners.settle")
    Statement lock(@PathVariable String code, @PathVariable String month, Caller caller) {
        return answer(
                settle.lock(contracted(code), PartnerJson.month(month), PartnerJson.who(caller)));
    }

    @PutMapping("/v1/partners/{code}/months/{month}/claims")
    @Permission("partners.settle")
    Statement claims(
            @PathVariable String code,
            @PathVariable String month,
            @RequestBody ClaimedMonthRequest body) {
        long sum = body.units().values().stream().mapToLong(each -> each).sum();
        if (body.events() != body.units().size() || body.total() != sum) {
            throw Refusal.of(
                    PartnerRefusal.FILE_TOTALS_DIFFER,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Map.of("lines", body.units().size(), "units", sum));
        }
        return answer(settle.claim(contracted(code), PartnerJson.month(month), body.units()));
    }

    @PostMapping("/v1/partners/{code}/months/{month}/payments")
    @Permission("partners.settle")
    Statement pay(
            @PathVariable String code,
            @PathVariable String month,
            @RequestBody PartnerPaymentRequest body,
            Caller caller) {
        Malformed.require(
                !body.reference().isBlank(), "reference", body.reference(), "name the transfer");
        return answer(
                settle.pay(
                        contracted(code),
                        PartnerJson.month(month),
                        new Statement.Payment(
                                body.reference(),
                                body.minor(),
                                body.paidOn(),
                                PartnerJson.who(caller))));
    }

    @PostMapping("/v1/partners/{code}/months/{month}/disputes")
    @Permission("partners.settle")
    Statement.Dispute open(
            @PathVariable String code,
            @PathVariable String month,
            @RequestBody PartnerDisputeRequest body,
            Caller caller) {
        return answer(
                disputes.open(
                        contracted(code),
                        PartnerJson.month(month),
                        body.eventId(),
                        body.note(),
                        PartnerJson.who(caller)));
    }

    @PostMapping("/v1/partner-disputes/{id}:decide")
    @Permission("partners.settle")
    Statement.Dispute decide(
            @PathVariable UUID id, @RequestBody DisputeDecisionRequest body, Caller caller) {
        return answer(
                disputes.decide(
                        id,
                        PartnerJson.asked(Statement.Decision.class, "decision", body.decision()),
                        body.note(),
                        body.minor(),
                        PartnerJson.who(caller)));
    }

    private static Statement answer(SettleMonth.Outcome outcome) {
        return switch (outcome) {
            case SettleMonth.Outcome.Done(Statement statement) -> statement;
            case SettleMonth.Outcome.Refused(var code) ->
                    throw Refusal.of(code, HttpStatus.CONFLICT);
        };
    }

    private static Statement.Dispute answer(DecideDispute.Outcome outcome) {
        return switch (outcome) {
            case DecideDispute.Outcome.Done(Statement.Dispute dispute) -> dispute;
            case DecideDispute.Outcome.Refused(var code) ->
                    throw Refusal.of(code, HttpStatus.CONFLICT);
        };
    }

    private Partner partner(String code) {
        return partners.find(contracted(code)).orElseThrow().partner();
    }

    /** Without a contract there is nothing to settle by. */
    private String contracted(String code) {
        KeepPartners.View view =
                partners.find(code)
                        .orElseThrow(() ->
                                Refusal.of(PartnerRefusal.PARTNER_NOT_FOUND, HttpStatus.NOT_FOUND));
        if (view.inForce() == null) {
            throw Refusal.of(PartnerRefusal.PARTNER_HAS_NO_CONTRACT, HttpStatus.CONFLICT);
        }
        return code;
    }
}
