package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderStatus;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.model.TicketChange;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.booking.store.TicketChanges;
import dev.waystation.platform.selling.booking.store.TicketStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Ends the ticket that a paid change replaces, in the transaction that issues the new one: until it
 * commits the old ticket is valid, afterwards the new one. A gate that is quicker wins; a later one
 * waits for this row and finds the ticket ended.
 */
@Component
class EndOldTicket {

    private final TicketChanges changes;
    private final OrderStore orders;
    private final TicketStore tickets;
    private final OrderClaims claims;
    private final Members members;

    EndOldTicket(
            TicketChanges changes,
            OrderStore orders,
            TicketStore tickets,
            OrderClaims claims,
            Members members) {
        this.changes = changes;
        this.orders = orders;
        this.tickets = tickets;
        this.claims = claims;
        this.members = members;
    }

    /** Why the old ticket stays and the money goes back; empty also where nothing is changed. */
    Optional<ReturnReason> end(Order order) {
        Optional<TicketChange> found = changes.ofOrder(order.memberId(), order.id());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (order.status() != OrderStatus.HELD) {
            return Optional.of(ReturnReason.PAID_TOO_LATE_CHANGE_HAS_ENDED);
        }
        TicketChange change = found.get();
        Order before = orders.locked(change.oldOrder()).orElseThrow().order();
        if (!tickets.endByChange(change.oldTicket(), change.returnedMinor())) {
            return Optional.of(ReturnReason.CHANGED_TICKET_IS_USED);
        }
        Ticket old = tickets.ticket(change.oldTicket()).orElseThrow();
        return switch (move(before, old, order, order.tickets().getFirst())) {
            case ALL -> Optional.empty();
            case PERSON_IS_ELSEWHERE -> kept(old, ReturnReason.CHANGED_TRAVELLER_IS_ELSEWHERE);
            case STUDENT_JOURNEYS_ARE_USED -> kept(old, ReturnReason.CHANGED_STUDENT_JOURNEYS_USED);
        };
    }

    /** The new ticket came to nothing in the same transaction. */
    void keep(Order order) {
        changes.ofOrder(order.memberId(), order.id())
                .ifPresent(change -> {
                    Order before = orders.locked(change.oldOrder()).orElseThrow().order();
                    Ticket old = tickets.ticket(change.oldTicket()).orElseThrow();
                    move(order, order.tickets().getFirst(), before, old);
                    tickets.keepAfterAll(old.id());
                });
    }

    private Optional<ReturnReason> kept(Ticket old, ReturnReason reason) {
        tickets.keepAfterAll(old.id());
        return Optional.of(reason);
    }

    private OrderClaims.Claimed move(Order fromOrder, Ticket from, Order toOrder, Ticket to) {
        return members.traveller(from.memberId(), from.travellerId())
                .map(TravellerIdentity::documentKey)
                .map(person -> claims.move(fromOrder, from, toOrder, to, person))
                .orElse(OrderClaims.Claimed.PERSON_IS_ELSEWHERE);
    }
}
