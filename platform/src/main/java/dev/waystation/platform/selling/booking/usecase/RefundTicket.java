package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.booking.facts.TicketRefunded;
import dev.waystation.platform.selling.booking.store.LockedOrder;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.booking.store.RefundFeeStore;
import dev.waystation.platform.selling.booking.store.TicketStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a ticket back before departure: money less the fee of the tier, the seat on sale again. The
 * order's row is locked, so the tickets of one order are given back one after the other.
 */
@Service
public class RefundTicket {

    private final OrderStore orders;
    private final TicketStore tickets;
    private final RefundFeeStore fees;
    private final TicketReturn ticketReturn;
    private final FactLog facts;
    private final Clock clock;

    RefundTicket(
            OrderStore orders,
            TicketStore tickets,
            RefundFeeStore fees,
            TicketReturn ticketReturn,
            FactLog facts,
            Clock clock) {
        this.orders = orders;
        this.tickets = tickets;
        this.fees = fees;
        this.ticketReturn = ticketReturn;
        this.facts = facts;
        this.clock = clock;
    }

    /** The answer to a wish to give a ticket back. */
    public sealed interface Outcome {
        record Refunded(Ticket ticket, Money refund, Money fee) implements Outcome {}

        record Refused(RefundRefusal code) implements Outcome {}
    }

    /** Why a ticket was not taken back, in the order in which the reasons are looked for. */
    public enum RefundRefusal {
        TICKET_NOT_FOUND,
        TICKET_ALREADY_REFUNDED,
        TICKET_ALREADY_CHANGED,
        TICKET_IS_NOT_PAID,
        TICKET_IS_USED,
        TRAIN_HAS_DEPARTED,
        AWARD_TICKET_IS_NOT_REFUNDED
    }

    @Transactional
    public Outcome handle(TicketId id) {
        Optional<LockedOrder> locked =
                tickets.ticket(id).flatMap(ticket -> orders.locked(ticket.orderId()));
        if (locked.isEmpty()) {
            return new Outcome.Refused(RefundRefusal.TICKET_NOT_FOUND);
        }
        // read again: only behind the lock the state stands still
        Ticket ticket = tickets.ticket(id).orElseThrow();
        Instant now = clock.instant();
        Optional<RefundRefusal> refused = refusal(ticket, now);
        return refused.isPresent()
                ? new Outcome.Refused(refused.get())
                : refund(locked.get().order(), ticket, now);
    }

    /** What giving it back now would cost; changes nothing. */
    @Transactional(readOnly = true)
    public Outcome quote(TicketId id) {
        Optional<Ticket> found = tickets.ticket(id);
        if (found.isEmpty()) {
            return new Outcome.Refused(RefundRefusal.TICKET_NOT_FOUND);
        }
        Ticket ticket = found.get();
        Instant now = clock.instant();
        Optional<RefundRefusal> refused = refusal(ticket, now);
        if (refused.isPresent()) {
            return new Outcome.Refused(refused.get());
        }
        Money fee = fee(ticket, now);
        return new Outcome.Refunded(ticket, ticket.fare().minus(fee), fee);
    }

    private Optional<RefundRefusal> refusal(Ticket ticket, Instant now) {
        return switch (ticket.status()) {
            case REFUNDED -> Optional.of(RefundRefusal.TICKET_ALREADY_REFUNDED);
            case CHANGED -> Optional.of(RefundRefusal.TICKET_ALREADY_CHANGED);
            case HELD, VOID -> Optional.of(RefundRefusal.TICKET_IS_NOT_PAID);
            case CHECKED_IN, COMPLETED -> Optional.of(RefundRefusal.TICKET_IS_USED);
            case ISSUED ->
                    !now.isBefore(ticket.trip().from().at())
                            ? Optional.of(RefundRefusal.TRAIN_HAS_DEPARTED)
                            : ticketReturn.refused(ticket)
                                    ? Optional.of(RefundRefusal.AWARD_TICKET_IS_NOT_REFUNDED)
                                    : Optional.empty();
        };
    }

    private Money fee(Ticket ticket, Instant now) {
        Duration before = Duration.between(now, ticket.trip().from().at());
        return fees.current().fee(ticket.fare(), before);
    }

    private Outcome refund(Order order, Ticket ticket, Instant now) {
        Money fee = fee(ticket, now);
        Money refund = ticket.fare().minus(fee);
        if (!tickets.refund(ticket.id(), refund.minor(), now)) {
            // a gate does not wait for the order's lock: it was quicker
            return new Outcome.Refused(RefundRefusal.TICKET_IS_USED);
        }
        ticketReturn.carryOut(order, ticket, refund, now);
        facts.append(
                new TicketRefunded(
                        ticket.id().value(),
                        order.id().value(),
                        order.memberId(),
                        order.trip().runId(),
                        refund.minor(),
                        fee.minor(),
                        now));
        return new Outcome.Refunded(tickets.ticket(ticket.id()).orElseThrow(), refund, fee);
    }
}
