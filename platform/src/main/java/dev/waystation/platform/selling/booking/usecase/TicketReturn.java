package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.model.References;
import dev.waystation.platform.selling.payment.Payments;
import dev.waystation.platform.selling.payment.RefundOutcome;
import org.springframework.stereotype.Component;

/** What follows from a ticket taken back: money to the payer, the seat and the time are free. */
@Component
class TicketReturn {

    private final Payments payments;
    private final OrderClaims claims;
    private final FreeRefundedSeat seat;
    private final OrderCoupons coupons;
    private final OrderTenders tenders;

    TicketReturn(
            Payments payments,
            OrderClaims claims,
            FreeRefundedSeat seat,
            OrderCoupons coupons,
            OrderTenders tenders) {
        this.payments = payments;
        this.claims = claims;
        this.seat = seat;
        this.coupons = coupons;
        this.tenders = tenders;
    }

    /** Whether its rule says that this ticket is never taken back. */
    boolean refused(Ticket ticket) {
        return tenders.keeps(ticket);
    }

    void carryOut(Order order, Ticket ticket, Money refund) {
        Money cash = refund.signum() > 0 ? tenders.giveBack(order, ticket, refund) : refund;
        if (cash.signum() > 0) {
            pay(order, ticket, cash);
        }
        claims.returned(order, ticket);
        coupons.returned(order, ticket);
        seat.freeAfterCommit(ticket.id());
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
