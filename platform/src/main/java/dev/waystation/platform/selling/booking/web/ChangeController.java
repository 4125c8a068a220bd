package dev.waystation.platform.selling.booking.web;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.RefusalProblem;
import dev.waystation.platform.selling.booking.ChangeRefusal;
import dev.waystation.platform.selling.booking.ChangeRequest;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.booking.Tickets;
import dev.waystation.platform.selling.booking.model.ChangePrice;
import dev.waystation.platform.selling.booking.usecase.OpenChange;
import dev.waystation.platform.selling.booking.usecase.QuoteChange;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tickets changed to another train, class or seat. */
@RestController
class ChangeController {

    private final Tickets tickets;
    private final QuoteChange quoteChange;
    private final OpenChange openChange;
    private final OrderViews views;

    ChangeController(
            Tickets tickets, QuoteChange quoteChange, OpenChange openChange, OrderViews views) {
        this.tickets = tickets;
        this.quoteChange = quoteChange;
        this.openChange = openChange;
        this.views = views;
    }

    /**
     * Whether a ticket can be changed.
     *
     * @param refusal the first rule that is not met
     * @param fromCity code to look for trains with
     * @param group whose seats are looked for
     * @param elsewhere whether it may now lead to another city
     * @param coupons whether a coupon may pay of the difference
     * @param feeNow what a change to another train costs at this moment
     */
    record ChangeTermsView(
            boolean possible,
            @Nullable String refusal,
            String fromCity,
            String toCity,
            boolean elsewhere,
            boolean coupons,
            String group,
            Money feeNow,
            Explanation why) {}

    /**
     * @param added what the new ticket costs more
     * @param returned what goes back because it costs less
     * @param kept what of that the rules keep
     * @param due to pay now
     */
    record ChangeQuote(
            Money oldFare,
            Money newFare,
            Money fee,
            Money added,
            Money returned,
            Money kept,
            Money due,
            boolean upgrade,
            Explanation why) {}

    /** The trip that is wanted instead; coupons pay of what it costs more. */
    record ChangeWish(
            @Nullable String runId,
            int fromCall,
            int toCall,
            @Nullable String seatClass,
            @Nullable List<String> coupons) {}

    @GetMapping("/v1/tickets/{id}/change-terms")
    @Permission({Permission.MEMBER, "orders.sell"})
    ChangeTermsView changeTerms(@PathVariable String id, Caller caller) {
        Ticket ticket = own(id, caller);
        QuoteChange.Possible possible = quoteChange.possible(ticket);
        return new ChangeTermsView(
                possible.rules().broken().isEmpty(),
                possible.rules().broken().map(line -> line.code().name()).orElse(null),
                possible.fromCity(),
                possible.toCity(),
                possible.elsewhere(),
                possible.coupons(),
                ticket.group(),
                possible.feeNow(),
                possible.rules().why());
    }

    @GetMapping("/v1/tickets/{id}/change-quote")
    @Permission({Permission.MEMBER, "orders.sell"})
    ChangeQuote changeQuote(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String runId,
            @RequestParam int fromCall,
            @RequestParam int toCall,
            @RequestParam(required = false) @Nullable String seatClass,
            Caller caller) {
        Ticket ticket = own(id, caller);
        ChangeWish wish = new ChangeWish(runId, fromCall, toCall, seatClass, List.of());
        return switch (quoteChange.handle(
                ticket, request(UUID.randomUUID(), ticket, wish, caller))) {
            case QuoteChange.Outcome.Priced priced -> view(priced);
            case QuoteChange.Outcome.Refused no -> throw problem(no.code(), no.values(), no.why());
            case QuoteChange.Outcome.NotBookable no -> throw OrderProblems.of(no.why());
        };
    }

    @PostMapping("/v1/tickets/{id}:change")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission({Permission.MEMBER, "orders.sell"})
    OrderViews.OrderView changeTicket(
            @PathVariable String id, @RequestBody ChangeWish wish, Caller caller) {
        ChangeRequest request =
                request(IdempotencyReference.current(), own(id, caller), wish, caller);
        return switch (openChange.handle(request)) {
            case OpenChange.Outcome.Opened opened -> views.order(opened.order());
            case OpenChange.Outcome.Refused no -> throw problem(no.code(), no.values(), no.why());
            case OpenChange.Outcome.NotBookable no -> throw OrderProblems.of(no.why());
        };
    }

    private static ChangeQuote view(QuoteChange.Outcome.Priced priced) {
        ChangePrice price = priced.price();
        return new ChangeQuote(
                price.oldFare(),
                price.newFare(),
                price.fee(),
                price.added(),
                price.returned(),
                price.kept(),
                price.due(),
                priced.upgrade(),
                priced.why());
    }

    private static ChangeRequest request(
            UUID reference, Ticket ticket, ChangeWish wish, Caller caller) {
        return new ChangeRequest(
                reference,
                ticket.id(),
                PublicId.decode("run", Malformed.required(wish.runId(), "runId")),
                wish.fromCall(),
                wish.toCall(),
                Malformed.required(wish.seatClass(), "seatClass"),
                wish.coupons() == null ? List.of() : wish.coupons(),
                who(caller));
    }

    private static String who(Caller caller) {
        return switch (caller) {
            case Caller.Member member -> "member:" + member.memberId();
            case Caller.Staff staff -> "staff:" + staff.id();
            case Caller.ApiClient client -> "client:" + client.id();
            case Caller.Anonymous _ -> "nobody";
        };
    }

    private static RefusalProblem problem(
            ChangeRefusal code, Map<String, Object> values, Explanation why) {
        return Refusal.of(
                        code.name(),
                        code == ChangeRefusal.TICKET_NOT_FOUND
                                ? HttpStatus.NOT_FOUND
                                : HttpStatus.CONFLICT,
                        values)
                .because(why);
    }

    private Ticket own(String id, Caller caller) {
        return tickets.ticket(TicketId.of(id))
                .filter(ticket -> OwnOnly.maySee(caller, ticket.memberId()))
                .orElseThrow(() -> Refusal.of("TICKET_NOT_FOUND", HttpStatus.NOT_FOUND));
    }
}
