package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.facts.TicketChanged;
import dev.waystation.platform.selling.booking.model.TicketChange;
import dev.waystation.platform.selling.booking.store.TicketChanges;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What follows when the new ticket of a change is certain: the difference back, the seat free. */
@Component
class CompleteChange {

    private final TicketChanges changes;
    private final CarriedValue value;
    private final OrderClaims claims;
    private final FreeRefundedSeat seat;
    private final FactLog facts;
    private final Clock clock;

    CompleteChange(
            TicketChanges changes,
            CarriedValue value,
            OrderClaims claims,
            FreeRefundedSeat seat,
            FactLog facts,
            Clock clock) {
        this.changes = changes;
        this.value = value;
        this.claims = claims;
        this.seat = seat;
        this.facts = facts;
        this.clock = clock;
    }

    /** Does nothing for an order that changes no ticket. */
    void complete(Order order) {
        changes.ofOrder(order.memberId(), order.id()).ifPresent(change -> complete(order, change));
    }

    private void complete(Order order, TicketChange change) {
        Instant now = clock.instant();
        changes.done(order, now);
        Ticket successor = order.tickets().getFirst();
        Order before = value.giveBackDifference(change, successor, now);
        claims.changed(before);
        facts.append(
                new TicketChanged(
                        change.oldTicket().value(),
                        successor.id().value(),
                        order.id().value(),
                        order.memberId(),
                        change.carriedMinor(),
                        change.feeMinor(),
                        change.byWhom(),
                        now));
        seat.freeAfterCommit(change.oldTicket());
    }
}
