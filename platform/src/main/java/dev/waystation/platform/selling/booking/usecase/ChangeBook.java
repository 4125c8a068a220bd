package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.benefits.ReserveOutcome;
import dev.waystation.platform.selling.booking.ChangeRequest;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.facts.OrderPlaced;
import dev.waystation.platform.selling.booking.model.ChangePrice;
import dev.waystation.platform.selling.booking.model.TicketChange;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.booking.store.TicketChanges;
import dev.waystation.platform.selling.inventory.HoldOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what belongs together: the order of a change, its ticket, what it changes, its fact. */
@Component
class ChangeBook {

    private final OrderNumbers numbers;
    private final OrderStore orders;
    private final TicketChanges changes;
    private final OrderBook book;
    private final Times times;
    private final FactLog facts;

    ChangeBook(
            OrderNumbers numbers,
            OrderStore orders,
            TicketChanges changes,
            OrderBook book,
            Times times,
            FactLog facts) {
        this.numbers = numbers;
        this.orders = orders;
        this.changes = changes;
        this.book = book;
        this.times = times;
        this.facts = facts;
    }

    /** Until when a change waits for its money. */
    @Component
    record Times(BookingTerms booking, ChangeTerms changes, Clock clock) {

        /** No longer than the old ticket can be changed: who pays later keeps it. */
        Instant expires(Instant now, Ticket old, Instant departs) {
            Instant last =
                    old.trip().from().at().minus(Duration.ofMinutes(changes.now().untilMinutes()));
            Instant usual = now.plus(booking.payWithin());
            Instant sooner = usual.isBefore(last) ? usual : last;
            return sooner.isBefore(departs) ? sooner : departs;
        }
    }

    /** What became of writing a change down. */
    sealed interface Entry {
        record Written(Order order) implements Entry {}

        record NoCoupon(ReserveOutcome.Refused why) implements Entry {}
    }

    Instant holdsUntil() {
        return times.clock()
                .instant()
                .plus(times.booking().payWithin())
                .plus(times.booking().settleWithin());
    }

    Entry enter(
            Ticket old,
            ChangeRequest request,
            QuoteChange.Outcome.Priced priced,
            HoldOutcome.Held held) {
        Instant now = times.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Order full =
                numbers.order(
                        DraftChange.order(old, request),
                        priced.draft(),
                        held.seats(),
                        now,
                        times.expires(now, old, priced.draft().trip().from().at()));
        return switch (book.reserve(atPrice(full, priced.price().added()), request.coupons())) {
            case ReserveOutcome.Refused no -> new Entry.NoCoupon(no);
            case ReserveOutcome.Reserved off -> {
                ChangePrice price = priced.price().less(off.discountMinor());
                Order order =
                        atPrice(full, price.newFare())
                                .priced(price.due(), atPrice(full, price.newFare()).tickets());
                write(old, request, order, price, priced.upgrade(), held);
                yield new Entry.Written(order);
            }
        };
    }

    private static Order atPrice(Order order, Money price) {
        return order.priced(price, List.of(order.tickets().getFirst().at(price)));
    }

    private void write(
            Ticket old,
            ChangeRequest request,
            Order order,
            ChangePrice price,
            boolean upgrade,
            HoldOutcome.Held held) {
        if (!orders.insert(order, held.holdRef())) {
            throw new IllegalStateException(
                    "the change of ticket %d was written twice, although its order is locked"
                            .formatted(old.id().value()));
        }
        changes.add(
                new TicketChange(
                        order.memberId(),
                        order.id(),
                        old.id(),
                        old.orderId(),
                        1
                                + changes.ofOrder(old.memberId(), old.orderId())
                                        .map(TicketChange::nth)
                                        .orElse(0),
                        upgrade,
                        price.fee().minor(),
                        price.carried().minor(),
                        price.returned().minor(),
                        price.kept().minor(),
                        0,
                        0,
                        request.byWhom(),
                        order.placedAt(),
                        null));
        facts.append(
                new OrderPlaced(
                        order.id().value(),
                        order.memberId(),
                        order.trip().runId(),
                        1,
                        order.amount().minor(),
                        order.amount().currency(),
                        order.expiresAt(),
                        order.placedAt()));
    }
}
