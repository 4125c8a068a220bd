package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderStatus;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.Trip;
import dev.waystation.platform.selling.booking.model.References;
import dev.waystation.platform.selling.booking.store.LockedOrder;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.ConfirmOutcome;
import dev.waystation.platform.selling.inventory.HoldOutcome;
import dev.waystation.platform.selling.inventory.HoldRequest;
import dev.waystation.platform.selling.inventory.SeatHolds;
import dev.waystation.platform.selling.inventory.SeatLabel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Seats for an order that has been paid: the held ones, or after the deadline any that are still
 * free while nobody of the order has taken another train meanwhile.
 */
@Component
class SecureSeats {

    private final SeatHolds holds;
    private final OrderClaims claims;
    private final Members members;
    private final BookingTerms terms;
    private final Clock clock;

    SecureSeats(
            SeatHolds holds, OrderClaims claims, Members members, BookingTerms terms, Clock clock) {
        this.holds = holds;
        this.claims = claims;
        this.members = members;
        this.terms = terms;
        this.clock = clock;
    }

    /** What the money of an order has become. */
    sealed interface Outcome {
        /** Seats that are ours for good. */
        record Secured(UUID holdRef, List<SeatLabel> seats) implements Outcome {}

        /** None; the money goes back for this reason. */
        record None(ReturnReason reason) implements Outcome {}
    }

    Outcome forPaid(LockedOrder locked) {
        Order order = locked.order();
        return switch (order.status()) {
            case HELD -> confirmed(locked.holdRef());
            case EXPIRED -> again(order);
            case CANCELLED, PAID -> new Outcome.None(ReturnReason.ORDER_WAS_CANCELLED);
        };
    }

    /**
     * What an order still holds whose money goes back: its seats, of which an award's would be held
     * for days, or those an earlier try has taken again before it was cut off.
     */
    void letGo(LockedOrder locked) {
        if (locked.order().status() == OrderStatus.HELD) {
            holds.release(locked.holdRef(), "order_expired");
        } else {
            holds.release(again(locked.order().reference()), "paid_too_late");
        }
    }

    private Outcome again(Order order) {
        if (!clock.instant().isBefore(order.trip().from().at())) {
            return new Outcome.None(ReturnReason.PAID_TOO_LATE_TRAIN_HAS_DEPARTED);
        }
        switch (claimAgain(order)) {
            case PERSON_IS_ELSEWHERE -> {
                return new Outcome.None(ReturnReason.PAID_TOO_LATE_TRAVELLER_IS_ELSEWHERE);
            }
            case STUDENT_JOURNEYS_ARE_USED -> {
                return new Outcome.None(ReturnReason.PAID_TOO_LATE_STUDENT_JOURNEYS_USED);
            }
            case ALL -> {}
        }
        Outcome seats = holdAgain(order);
        if (seats instanceof Outcome.None) {
            claims.drop(order);
        }
        return seats;
    }

    private static UUID again(UUID orderRef) {
        return References.derived(orderRef, "seats-again");
    }

    private OrderClaims.Claimed claimAgain(Order order) {
        List<String> persons =
                order.tickets().stream()
                        .flatMap(ticket ->
                                members.traveller(order.memberId(), ticket.travellerId()).stream())
                        .map(TravellerIdentity::documentKey)
                        .toList();
        return persons.size() == order.tickets().size()
                ? claims.claim(order, persons)
                : OrderClaims.Claimed.PERSON_IS_ELSEWHERE;
    }

    private Outcome holdAgain(Order order) {
        Trip trip = order.trip();
        Instant until = clock.instant().plus(terms.settleWithin());
        HoldOutcome outcome =
                holds.hold(
                        new HoldRequest(
                                again(order.reference()),
                                new RunId(trip.runId()),
                                trip.seatClass(),
                                trip.fromCall(),
                                trip.toCall(),
                                order.tickets().stream().map(Ticket::group).toList(),
                                until));
        return switch (outcome) {
            case HoldOutcome.Held held -> confirmed(held.holdRef());
            case HoldOutcome.Refused refused ->
                    new Outcome.None(ReturnReason.PAID_TOO_LATE_NO_SEAT_LEFT);
        };
    }

    private Outcome confirmed(UUID holdRef) {
        return switch (holds.confirm(holdRef)) {
            case ConfirmOutcome.Confirmed sold -> new Outcome.Secured(sold.holdRef(), sold.seats());
            case ConfirmOutcome.Refused refused ->
                    new Outcome.None(ReturnReason.PAID_TOO_LATE_NO_SEAT_LEFT);
        };
    }
}
