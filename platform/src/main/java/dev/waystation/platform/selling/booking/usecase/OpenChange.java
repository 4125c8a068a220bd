package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.ReserveOutcome;
import dev.waystation.platform.selling.booking.ChangeRefusal;
import dev.waystation.platform.selling.booking.ChangeRequest;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderPlacement;
import dev.waystation.platform.selling.booking.OrderRefusal;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.model.References;
import dev.waystation.platform.selling.booking.store.LockedOrder;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.booking.store.TicketStore;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.HoldOutcome;
import dev.waystation.platform.selling.inventory.HoldRequest;
import dev.waystation.platform.selling.inventory.SeatHolds;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds the new seat and writes the order that pays for the change. The old ticket stays valid
 * until that order is paid and settled; unpaid, it expires like any other and nothing has happened.
 */
@Service
public class OpenChange {

    private final OrderStore orders;
    private final TicketStore tickets;
    private final QuoteChange quotes;
    private final ChangeBook book;
    private final SeatHolds holds;
    private final PayOrder payOrder;

    OpenChange(
            OrderStore orders,
            TicketStore tickets,
            QuoteChange quotes,
            ChangeBook book,
            SeatHolds holds,
            PayOrder payOrder) {
        this.orders = orders;
        this.tickets = tickets;
        this.quotes = quotes;
        this.book = book;
        this.holds = holds;
        this.payOrder = payOrder;
    }

    /** The answer to a wish for a change. */
    public sealed interface Outcome {

        /** The new seat waits for the money; where none is due the ticket follows at once. */
        record Opened(Order order) implements Outcome {}

        record Refused(ChangeRefusal code, Map<String, Object> values, Explanation why)
                implements Outcome {}

        record NotBookable(OrderPlacement.Refused why) implements Outcome {}
    }

    /** The same reference gives the same order; changes of tickets of one order take turns. */
    @Transactional
    public Outcome handle(ChangeRequest request) {
        Optional<Ticket> found = tickets.ticket(request.ticket());
        if (found.isEmpty()) {
            return notFound();
        }
        LockedOrder locked = orders.locked(found.get().orderId()).orElseThrow();
        Optional<Order> before = orders.ofMember(locked.order().memberId(), request.reference());
        if (before.isPresent()) {
            return new Outcome.Opened(before.get());
        }
        // read again: only behind the lock the state stands still
        Ticket ticket = tickets.ticket(request.ticket()).orElseThrow();
        return switch (quotes.look(locked.order(), ticket, request)) {
            case QuoteChange.Outcome.Refused no ->
                    new Outcome.Refused(no.code(), no.values(), no.why());
            case QuoteChange.Outcome.NotBookable no -> new Outcome.NotBookable(no.why());
            case QuoteChange.Outcome.Priced priced -> hold(ticket, request, priced);
        };
    }

    private Outcome hold(Ticket ticket, ChangeRequest request, QuoteChange.Outcome.Priced priced) {
        HoldOutcome outcome =
                holds.hold(
                        new HoldRequest(
                                References.derived(request.reference(), "seats"),
                                new RunId(request.runId()),
                                request.seatClass(),
                                request.fromCall(),
                                request.toCall(),
                                priced.draft().groups(),
                                book.holdsUntil()));
        return switch (outcome) {
            case HoldOutcome.Refused no ->
                    new Outcome.NotBookable(
                            new OrderPlacement.Refused(
                                    OrderRefusal.SEATS_NOT_AVAILABLE,
                                    Map.of("train", priced.draft().trip().trainCode()),
                                    no));
            case HoldOutcome.Held held -> write(ticket, request, priced, held);
        };
    }

    private Outcome write(
            Ticket ticket,
            ChangeRequest request,
            QuoteChange.Outcome.Priced priced,
            HoldOutcome.Held held) {
        return switch (book.enter(ticket, request, priced, held)) {
            case ChangeBook.Entry.NoCoupon(ReserveOutcome.Refused coupon) -> {
                holds.release(held.holdRef(), "order_refused");
                yield new Outcome.NotBookable(
                        new OrderPlacement.Refused(
                                OrderRefusal.COUPON_NOT_USABLE,
                                coupon.values(),
                                null,
                                coupon,
                                null));
            }
            case ChangeBook.Entry.Written(Order order) -> {
                if (order.amount().signum() == 0) {
                    payOrder.handle(order.id());
                }
                yield new Outcome.Opened(order);
            }
        };
    }

    private static Outcome notFound() {
        return new Outcome.Refused(
                ChangeRefusal.TICKET_NOT_FOUND,
                Map.of(),
                Explanation.of(new Said("没有这张车票。", "There is no such ticket.")));
    }
}
