package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.booking.TicketStatus;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.booking.store.TicketStore;
import dev.waystation.platform.selling.inventory.SeatHolds;
import dev.waystation.platform.selling.inventory.SeatLabel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts the seat of a returned or changed ticket on sale again, never before the return is durable:
 * a seat freed by a return that is then rolled back would be sold twice. Doing it twice frees it
 * once.
 */
@Service
public class FreeRefundedSeat {

    private static final Logger LOG = LoggerFactory.getLogger(FreeRefundedSeat.class);

    private final TicketStore tickets;
    private final OrderStore orders;
    private final SeatHolds holds;

    FreeRefundedSeat(TicketStore tickets, OrderStore orders, SeatHolds holds) {
        this.tickets = tickets;
        this.orders = orders;
        this.holds = holds;
    }

    public void handle(TicketId id) {
        Ticket ticket = tickets.ticket(id).orElseThrow();
        if (ticket.status() == TicketStatus.REFUNDED || ticket.status() == TicketStatus.CHANGED) {
            orders.holdRef(ticket.orderId())
                    .ifPresent(hold ->
                            holds.releaseSeat(
                                    hold,
                                    new SeatLabel(ticket.car(), ticket.seat()),
                                    "ticket_" + ticket.status().code()));
        }
    }

    /** At once for the next buyer; should this fail, the fact of the return brings it about. */
    void freeAfterCommit(TicketId id) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        try {
                            handle(id);
                        } catch (RuntimeException later) {
                            LOG.warn("The seat of ticket {} is freed later", id.value(), later);
                        }
                    }
                });
    }
}
