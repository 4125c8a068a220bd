package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.OrderStatus;
import dev.waystation.platform.selling.booking.facts.TicketIssued;
import dev.waystation.platform.selling.booking.store.LockedOrder;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.booking.store.TicketStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a paid order its tickets, or its money back when the payment came after the deadline and no
 * seats are left. Happens once per order: the row is locked and remembers it.
 */
@Service
public class SettleOrder {

    private final OrderStore orders;
    private final TicketStore tickets;
    private final OrderBook book;
    private final Settlement settlement;
    private final FactLog facts;
    private final Clock clock;

    SettleOrder(
            OrderStore orders,
            TicketStore tickets,
            OrderBook book,
            Settlement settlement,
            FactLog facts,
            Clock clock) {
        this.orders = orders;
        this.tickets = tickets;
        this.book = book;
        this.settlement = settlement;
        this.facts = facts;
        this.clock = clock;
    }

    /** The order a captured payment belongs to; payments of others are none of our business. */
    @Transactional
    public void handle(UUID orderRef) {
        orders.byReference(orderRef).ifPresent(this::handle);
    }

    @Transactional
    public void handle(OrderId id) {
        Optional<LockedOrder> found = orders.locked(id);
        if (found.isEmpty() || found.get().settled()) {
            return;
        }
        LockedOrder locked = found.get();
        if (!settlement.captured(locked.order())) {
            return;
        }
        Instant now = clock.instant();
        switch (settlement.seats(locked)) {
            case SecureSeats.Outcome.Secured seats -> issue(locked.order(), seats, now);
            case SecureSeats.Outcome.None(ReturnReason reason) -> giveBack(locked, reason, now);
        }
    }

    private void issue(Order order, SecureSeats.Outcome.Secured seats, Instant now) {
        tickets.issue(order, seats.seats(), now);
        orders.settle(order, OrderStatus.PAID, seats.holdRef(), now);
        facts.append(
                order.tickets().stream()
                        .map(ticket ->
                                new TicketIssued(
                                        ticket.id().value(),
                                        order.id().value(),
                                        order.memberId(),
                                        order.trip().runId(),
                                        order.trip().seatClass(),
                                        ticket.fare().minor(),
                                        order.trip().from().at(),
                                        now))
                        .toList());
    }

    private void giveBack(LockedOrder locked, ReturnReason reason, Instant now) {
        Order order = locked.order();
        OrderStatus status = order.status();
        if (status == OrderStatus.HELD) {
            status = OrderStatus.EXPIRED;
            book.close(order, status, now);
        }
        settlement.giveBack(locked, reason);
        orders.settle(order, status, locked.holdRef(), now);
    }
}
