package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.model.References;
import dev.waystation.platform.selling.booking.store.LockedOrder;
import dev.waystation.platform.selling.booking.store.TripClaims;
import dev.waystation.platform.selling.inventory.SeatHolds;
import dev.waystation.platform.selling.payment.Payments;
import dev.waystation.platform.selling.payment.RefundOutcome;
import org.springframework.stereotype.Component;

/** What follows from a ticket taken back: money to the payer, the seat and the time are free. */
@Component
class TicketReturn {

    private final Payments payments;
    private final SeatHolds holds;
    private final TripClaims claims;

    TicketReturn(Payments payments, SeatHolds holds, TripClaims claims) {
        this.payments = payments;
        this.holds = holds;
        this.claims = claims;
    }

    void carryOut(LockedOrder locked, Ticket ticket, Money refund) {
        Order order = locked.order();
        if (refund.signum() > 0) {
            pay(order, ticket, refund);
        }
        claims.drop(order.memberId(), order.id().value(), ticket.line());
        boolean othersTravel =
                order.tickets().stream()
                        .filter(other -> !other.id().equals(ticket.id()))
                        .anyMatch(RefundTicket::isLive);
        if (!othersTravel) {
            holds.release(locked.holdRef(), "ticket_refunded");
        }
    }

    private void pay(Order order, Ticket ticket, Money refund) {
        RefundOutcome outcome =
                payments.refund(
                        References.derived(order.reference(), "ticket-" + ticket.line()),
                        order.reference(),
                        refund,
                        "TICKET_RETURNED");
        if (outcome instanceof RefundOutcome.Refused(RefundOutcome.RefundRefusal code)) {
            throw new IllegalStateException(
                    "ticket %d of a paid order could not be refunded: %s"
                            .formatted(ticket.id().value(), code));
        }
    }
}
