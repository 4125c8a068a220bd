package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Ticket;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What follows from a ticket taken back: money to the payer, the seat and the time are free. */
@Component
class TicketReturn {

    private final OrderClaims claims;
    private final FreeRefundedSeat seat;
    private final OrderCoupons coupons;
    private final CarriedValue value;

    TicketReturn(
            OrderClaims claims, FreeRefundedSeat seat, OrderCoupons coupons, CarriedValue value) {
        this.claims = claims;
        this.seat = seat;
        this.coupons = coupons;
        this.value = value;
    }

    /** Whether its rule says that this ticket is never taken back. */
    boolean refused(Ticket ticket) {
        return value.keeps(ticket);
    }

    void carryOut(Order order, Ticket ticket, Money refund, Instant now) {
        value.giveBack(order, ticket, refund, now);
        claims.returned(order, ticket);
        coupons.returned(order, ticket);
        seat.freeAfterCommit(ticket.id());
    }
}
