package dev.waystation.platform.selling.booking.web;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.RefusalProblem;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.booking.Tickets;
import dev.waystation.platform.selling.booking.usecase.NewTicket;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tickets over HTTP. */
@RestController
class TicketController {

    private final Tickets tickets;
    private final RefundTicket refundTicket;
    private final OrderViews views;

    TicketController(Tickets tickets, RefundTicket refundTicket, OrderViews views) {
        this.tickets = tickets;
        this.refundTicket = refundTicket;
        this.views = views;
    }

    record Refund(OrderViews.TicketView ticket, Money refund, Money fee) {}

    @GetMapping("/v1/tickets/{id}")
    @Permission({Permission.MEMBER, "orders.read", "orders.sell"})
    OrderViews.TicketView show(@PathVariable String id, Caller caller) {
        return views.ticket(own(id, caller));
    }

    /** What a refund would come to now. */
    record RefundQuote(Money fare, Money fee, Money refund) {}

    @GetMapping("/v1/tickets/{id}/refund-quote")
    @Permission({Permission.MEMBER, "orders.sell"})
    RefundQuote quote(@PathVariable String id, Caller caller) {
        return switch (refundTicket.quote(own(id, caller).id())) {
            case RefundTicket.Outcome.Refunded(Ticket ticket, Money refund, Money fee) ->
                    new RefundQuote(ticket.fare(), fee, refund);
            case RefundTicket.Outcome.Refused(RefundTicket.RefundRefusal code) ->
                    throw refused(id, code);
        };
    }

    @PostMapping("/v1/tickets/{id}:refund")
    @Permission({Permission.MEMBER, "orders.sell"})
    Refund refund(@PathVariable String id, Caller caller) {
        return switch (refundTicket.handle(own(id, caller).id())) {
            case RefundTicket.Outcome.Refunded(Ticket ticket, Money refund, Money fee) ->
                    new Refund(views.ticket(ticket), refund, fee);
            case RefundTicket.Outcome.Refused(RefundTicket.RefundRefusal code) ->
                    throw refused(id, code);
        };
    }

    /** Who holds a changed ticket is told which one took its place. */
    private RefusalProblem refused(String id, RefundTicket.RefundRefusal code) {
        return Refusal.of(
                code.name(),
                OrderProblems.status(code),
                tickets.ticket(TicketId.of(id))
                        .flatMap(tickets::changedInto)
                        .map(NewTicket::words)
                        .orElse(Map.of()));
    }

    @GetMapping("/v1/me/trips")
    @Permission(Permission.MEMBER)
    Page<OrderViews.TicketView> trips(Caller caller) {
        return caller instanceof Caller.Member member
                ? Page.last(
                        tickets.ofMember(member.memberId()).stream().map(views::ticket).toList())
                : Page.last(List.of());
    }

    private Ticket own(String id, Caller caller) {
        return tickets.ticket(TicketId.of(id))
                .filter(ticket -> OwnOnly.maySee(caller, ticket.memberId()))
                .orElseThrow(() -> Refusal.of("TICKET_NOT_FOUND", HttpStatus.NOT_FOUND));
    }
}
