package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.ledger.Tenders;
import dev.waystation.ledger.Tenders.RefundOrder;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.facts.RefundShared;
import dev.waystation.platform.selling.booking.model.PaymentPlan;
import dev.waystation.platform.selling.booking.model.References;
import dev.waystation.platform.selling.booking.model.TicketChange;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.booking.store.TicketChanges;
import dev.waystation.platform.selling.booking.store.TicketStore;
import dev.waystation.platform.selling.payment.Payments;
import dev.waystation.platform.selling.payment.RefundOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What paid a ticket, also when it is the last of a row of changes: every order of the row returns
 * what it took itself, to what paid it. The newest is locked first, then the older ones.
 */
@Component
class CarriedValue {

    private final TicketChanges changes;
    private final OrderStore orders;
    private final TicketStore tickets;
    private final OrderTenders tenders;
    private final Payments payments;
    private final FactLog facts;

    CarriedValue(
            TicketChanges changes,
            OrderStore orders,
            TicketStore tickets,
            OrderTenders tenders,
            Payments payments,
            FactLog facts) {
        this.changes = changes;
        this.orders = orders;
        this.tickets = tickets;
        this.tenders = tenders;
        this.payments = payments;
        this.facts = facts;
    }

    /** Whether its rule says that this ticket is never taken back; a change does not alter it. */
    boolean keeps(Ticket ticket) {
        return tenders.keeps(first(ticket));
    }

    /** Whether points alone paid the ticket the row began with. */
    boolean award(Ticket ticket) {
        return tenders.award(first(ticket));
    }

    /** What came of a ticket by its changes, the last of the row. */
    Optional<Ticket> last(Ticket ticket) {
        return changes.successor(ticket)
                .flatMap(tickets::ticket)
                .map(next -> last(next).orElse(next));
    }

    private Ticket first(Ticket ticket) {
        return before(ticket).map(this::first).orElse(ticket);
    }

    private Optional<Ticket> before(Ticket ticket) {
        return changes.ofOrder(ticket.memberId(), ticket.orderId())
                .map(change -> tickets.ticket(change.oldTicket()).orElseThrow());
    }

    /** A ticket is given back. */
    void giveBack(Order order, Ticket ticket, Money refund, Instant now) {
        giveBack(
                order,
                ticket,
                refund,
                new Occasion("", "return " + ticket.id().value() + " ", now));
    }

    /** A ticket was changed, maybe into a cheaper one; answers the order it was of. */
    Order giveBackDifference(TicketChange change, Ticket successor, Instant now) {
        Order order = orders.order(change.oldOrder()).orElseThrow();
        Ticket old = tickets.ticket(change.oldTicket()).orElseThrow();
        Money difference = new Money(change.returnedMinor(), old.fare().currency());
        String occasion = "change " + successor.id().value() + " ";
        share(old, difference.minor(), now);
        giveBack(order, old, difference, new Occasion(occasion, occasion, now));
        return order;
    }

    /**
     * What tells two returns of one ticket apart.
     *
     * @param further what it is called for the tickets before
     */
    private record Occasion(String name, String further, Instant at) {
        Occasion before() {
            return new Occasion(further, further, at);
        }
    }

    private void giveBack(Order order, Ticket ticket, Money amount, Occasion occasion) {
        if (amount.signum() == 0) {
            return;
        }
        Optional<TicketChange> change = changes.ofOrder(ticket.memberId(), order.id());
        Money own = amount;
        if (change.isPresent()) {
            long carried = carried(change.get(), ticket, amount.minor());
            own = new Money(amount.minor() - carried, amount.currency());
            changes.back(change.get(), carried, own.minor());
            Order before = orders.locked(change.get().oldOrder()).orElseThrow().order();
            Ticket old = tickets.ticket(change.get().oldTicket()).orElseThrow();
            share(ticket, -carried, occasion.at());
            share(old, carried, occasion.at());
            giveBack(before, old, new Money(carried, amount.currency()), occasion.before());
        }
        Money cash = own.signum() > 0 ? tenders.giveBack(order, ticket, own, occasion.name()) : own;
        if (cash.signum() > 0) {
            pay(order, ticket, cash, occasion.name());
        }
    }

    private void share(Ticket ticket, long minor, Instant now) {
        if (minor != 0) {
            facts.append(
                    new RefundShared(
                            ticket.id().value(),
                            ticket.orderId().value(),
                            ticket.memberId(),
                            minor,
                            now));
        }
    }

    /**
     * Of so much of a changed ticket, what falls to the tickets before, by what is left of each.
     */
    private static long carried(TicketChange change, Ticket ticket, long amount) {
        return Tenders.refund(
                List.of(
                        change.carriedMinor() - change.carriedBack(),
                        ticket.fare().minor() - change.carriedMinor() - change.ownBack()),
                amount,
                RefundOrder.RATIO)[0];
    }

    private void pay(Order order, Ticket ticket, Money refund, String occasion) {
        RefundOutcome outcome =
                payments.refund(
                        References.derived(order.reference(), occasion + "ticket-" + ticket.line()),
                        order.reference(),
                        refund,
                        occasion.startsWith("change") ? "TICKET_CHANGED" : "TICKET_RETURNED");
        if (outcome instanceof RefundOutcome.Refused(RefundOutcome.RefundRefusal code)) {
            throw new IllegalStateException(
                    "ticket %d of a paid order could not be refunded: %s"
                            .formatted(ticket.id().value(), code));
        }
    }

    /** Those of the orders that were not paid by cash alone. */
    Set<Long> mixed(List<Long> orderIds) {
        return Stream.concat(tenders.mixed(orderIds).stream(), changes.among(orderIds).stream())
                .collect(Collectors.toSet());
    }

    /** What of a ticket is money of its owner; fees are not of the ticket. */
    long ownMoney(Ticket ticket) {
        Optional<PaymentPlan> plan = tenders.plan(ticket);
        Optional<TicketChange> change = changes.ofOrder(ticket.memberId(), ticket.orderId());
        long carried = change.map(TicketChange::carriedMinor).orElse(0L);
        long added =
                plan.map(each -> each.ownMoney(ticket.line()))
                        .orElse(ticket.fare().minor() - carried);
        return added + before(ticket).map(old -> ofCarried(old, carried)).orElse(0L);
    }

    private long ofCarried(Ticket old, long carried) {
        return old.fare().signum() == 0 ? 0 : ownMoney(old) * carried / old.fare().minor();
    }
}
