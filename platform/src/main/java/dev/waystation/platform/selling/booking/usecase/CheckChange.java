package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.booking.ChangeRefusal;
import dev.waystation.platform.selling.booking.ChangeRequest;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketStatus;
import dev.waystation.platform.selling.booking.Trip;
import dev.waystation.platform.selling.booking.model.ChangeCase;
import dev.waystation.platform.selling.booking.model.ChangeCase.Line;
import dev.waystation.platform.selling.booking.model.ChangeRules;
import dev.waystation.platform.selling.booking.model.TicketChange;
import dev.waystation.platform.selling.booking.store.TicketChanges;
import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at a wish for a change from the side of the rules, each with its figures. */
@Component
class CheckChange {

    private final ChangeTerms terms;
    private final TicketChanges changes;
    private final CarriedValue value;
    private final Timetables timetables;
    private final Clock clock;

    CheckChange(
            ChangeTerms terms,
            TicketChanges changes,
            CarriedValue value,
            Timetables timetables,
            Clock clock) {
        this.terms = terms;
        this.changes = changes;
        this.value = value;
        this.timetables = timetables;
        this.clock = clock;
    }

    /** What holds of the ticket alone, wherever it is to lead. */
    ChangeCase ticket(Ticket ticket) {
        List<Line> lines = new ArrayList<>();
        lines.add(state(ticket));
        if (ticket.status() != TicketStatus.ISSUED) {
            return new ChangeCase(lines);
        }
        ChangeRules rules = terms.now();
        Instant departs = ticket.trip().from().at();
        Duration before = Duration.between(clock.instant(), departs);
        lines.add(
                line(
                        ChangeRefusal.TRAIN_HAS_DEPARTED,
                        before.isPositive(),
                        "列车尚未开出",
                        "the train has not left",
                        Map.of("departs", departs)));
        lines.add(seatClass(rules, ticket.trip().seatClass()));
        Said until = ChangeTerms.before(rules.untilMinutes());
        lines.add(
                line(
                        ChangeRefusal.CHANGE_IS_TOO_LATE,
                        before.compareTo(Duration.ofMinutes(rules.untilMinutes())) >= 0,
                        "改签截止：" + until.zh(),
                        "changes are open until " + until.en(),
                        Map.of("until", until.zh(), "untilEn", until.en())));
        boolean award = value.award(ticket);
        int done = done(ticket);
        int most = rules.most(award);
        lines.add(
                line(
                        award
                                ? ChangeRefusal.AWARD_CHANGES_ARE_USED_UP
                                : ChangeRefusal.CHANGES_ARE_USED_UP,
                        done < most,
                        "已改签 %d 次，共可改签 %d 次".formatted(done, most),
                        "changed %d of %d times".formatted(done, most),
                        Map.of("done", done, "most", most)));
        Optional<OrderId> waiting = changes.waiting(ticket);
        lines.add(
                line(
                        ChangeRefusal.CHANGE_WAITS_FOR_PAYMENT,
                        waiting.isEmpty(),
                        waiting.isEmpty() ? "没有待支付的改签" : "有一笔改签待支付",
                        waiting.isEmpty()
                                ? "no other change waits for payment"
                                : "another change waits for payment",
                        Map.of("order", waiting.map(OrderId::text).orElse(""))));
        return new ChangeCase(lines);
    }

    private static Line seatClass(ChangeRules rules, String seatClass) {
        Said name = ChangeTerms.seatClass(seatClass);
        boolean may = rules.classes().contains(seatClass);
        return line(
                ChangeRefusal.CLASS_IS_NOT_CHANGED,
                may,
                name.zh() + (may ? "可以改签" : "不能改签"),
                (may ? "tickets of this class can be changed: " : "not of this class: ")
                        + name.en(),
                Map.of("class", name.zh(), "classEn", name.en()));
    }

    /** Until when the ticket may lead to another city; closed where it may not. */
    boolean elsewhere(Ticket ticket) {
        ChangeRules rules = terms.now();
        Duration before = Duration.between(clock.instant(), ticket.trip().from().at());
        return rules.destination()
                && before.compareTo(Duration.ofMinutes(rules.destinationUntilMinutes())) >= 0;
    }

    /** The same, and where the wish leads. */
    ChangeCase wish(Ticket ticket, ChangeRequest request) {
        List<Line> lines = new ArrayList<>(ticket(ticket).lines());
        Optional<Ends> old = ends(ticket.trip());
        Optional<Ends> wanted = ends(request.runId(), request.fromCall(), request.toCall());
        if (old.isPresent() && wanted.isPresent()) {
            lines.add(start(old.get(), wanted.get()));
            lines.add(destination(ticket, old.get(), wanted.get()));
        }
        lines.add(
                line(
                        ChangeRefusal.CHANGE_TAKES_NO_COUPON,
                        request.coupons().isEmpty() || terms.now().coupons(),
                        terms.now().coupons() ? "差价可用优惠券" : "差价不能用优惠券",
                        terms.now().coupons()
                                ? "coupons may pay of the difference"
                                : "coupons don't pay for changes",
                        Map.of()));
        return new ChangeCase(lines);
    }

    /** Where a trip begins and ends. */
    record Ends(Call from, Call to) {}

    Optional<Ends> ends(Trip trip) {
        return ends(trip.runId(), trip.fromCall(), trip.toCall());
    }

    private Optional<Ends> ends(long run, int from, int to) {
        return timetables
                .run(new RunId(run))
                .filter(each -> to < each.calls().size())
                .map(each -> new Ends(each.calls().get(from), each.calls().get(to)));
    }

    private int done(Ticket ticket) {
        return changes.ofOrder(ticket.memberId(), ticket.orderId())
                .map(TicketChange::nth)
                .orElse(0);
    }

    private static Line start(Ends old, Ends wanted) {
        return line(
                ChangeRefusal.CHANGE_STARTS_ELSEWHERE,
                old.from().cityCode().equals(wanted.from().cityCode()),
                "仍从 %s 所在城市出发".formatted(old.from().nameZh()),
                "starts in the city of %s as before".formatted(old.from().nameEn()),
                Map.of("station", old.from().nameZh(), "stationEn", old.from().nameEn()));
    }

    private Line destination(Ticket ticket, Ends old, Ends wanted) {
        ChangeRules rules = terms.now();
        boolean same = old.to().cityCode().equals(wanted.to().cityCode());
        Map<String, Object> values =
                Map.of("station", old.to().nameZh(), "stationEn", old.to().nameEn());
        if (same || !rules.destination()) {
            return line(
                    ChangeRefusal.CHANGE_LEADS_ELSEWHERE,
                    same,
                    same ? "到达城市不变" : "不能变更到站",
                    same ? "leads to the same city" : "the destination can't be changed",
                    values);
        }
        Said until = ChangeTerms.before(rules.destinationUntilMinutes());
        Duration before = Duration.between(clock.instant(), ticket.trip().from().at());
        return line(
                ChangeRefusal.CHANGE_LEADS_ELSEWHERE_TOO_LATE,
                before.compareTo(Duration.ofMinutes(rules.destinationUntilMinutes())) >= 0,
                "变更到站截止：" + until.zh(),
                "another destination is open until " + until.en(),
                Map.of("until", until.zh(), "untilEn", until.en()));
    }

    private Line state(Ticket ticket) {
        return switch (ticket.status()) {
            case ISSUED -> line(ChangeRefusal.TICKET_IS_NOT_PAID, true, "车票有效", "valid", Map.of());
            case HELD, VOID ->
                    line(ChangeRefusal.TICKET_IS_NOT_PAID, false, "尚未支付", "not paid", Map.of());
            case REFUNDED ->
                    line(
                            ChangeRefusal.TICKET_ALREADY_REFUNDED,
                            false,
                            "已退票",
                            "given back",
                            Map.of());
            case CHANGED ->
                    line(
                            ChangeRefusal.TICKET_ALREADY_CHANGED,
                            false,
                            "已改签",
                            "changed already",
                            value.last(ticket).map(NewTicket::words).orElse(Map.of()));
            case CHECKED_IN, COMPLETED ->
                    line(ChangeRefusal.TICKET_IS_USED, false, "已检票进站", "used", Map.of());
        };
    }

    private static Line line(
            ChangeRefusal code, boolean held, String zh, String en, Map<String, Object> values) {
        return new Line(code, held, new Said(zh, en), values);
    }
}
