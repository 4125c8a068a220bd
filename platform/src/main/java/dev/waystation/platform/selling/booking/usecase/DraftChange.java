package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.selling.booking.ChangeRequest;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.model.Draft;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Looks at the new trip as if the old ticket had been given back: its time and its student journey
 * are free for the new one. What was let go for the look is rolled back with it.
 */
@Component
public class DraftChange {

    private final DraftOrder drafts;
    private final OrderClaims claims;

    DraftChange(DraftOrder drafts, OrderClaims claims) {
        this.drafts = drafts;
        this.claims = claims;
    }

    @Transactional(propagation = Propagation.NESTED)
    public Draft draft(Order order, Ticket ticket, ChangeRequest request) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        claims.drop(order, ticket);
        return drafts.draft(order(ticket, request));
    }

    /** The new trip as an order; who paid the full fare before does so again. */
    static OrderRequest order(Ticket ticket, ChangeRequest request) {
        List<Long> traveller = List.of(ticket.travellerId());
        return new OrderRequest(
                request.reference(),
                ticket.memberId(),
                request.runId(),
                request.fromCall(),
                request.toCall(),
                request.seatClass(),
                traveller,
                request.coupons(),
                ticket.group().equals("general") ? traveller : List.of());
    }
}
