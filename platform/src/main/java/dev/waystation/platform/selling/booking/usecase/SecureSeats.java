package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderStatus;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.Trip;
import dev.waystation.platform.selling.booking.model.References;
import dev.waystation.platform.selling.booking.store.LockedOrder;
import dev.waystation.platform.selling.booking.store.TripClaims;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.ConfirmOutcome;
import dev.waystation.platform.selling.inventory.HoldOutcome;
import dev.waystation.platform.selling.inventory.HoldRequest;
import dev.waystation.platform.selling.inventory.SeatHolds;
import dev.waystation.platform.selling.inventory.SeatLabel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Seats for an order that has been paid: the held ones, or after the deadline any that are still
 * free while nobody of the order has taken another train meanwhile.
 */
@Component
class SecureSeats {

    private final SeatHolds holds;
    private final TripClaims claims;
    private final Members members;
    private final BookingTerms terms;
    private final Clock clock;

    SecureSeats(
            SeatHolds holds, TripClaims claims, Members members, BookingTerms terms, Clock clock) {
        this.holds = holds;
        this.claims = claims;
        this.members = members;
        this.terms = terms;
        this.clock = clock;
    }

    /** Seats that are ours for good. */
    record Secured(UUID holdRef, List<SeatLabel> seats) {}

    Optional<Secured> forPaid(LockedOrder locked) {
        Order order = locked.order();
        if (order.status() == OrderStatus.HELD) {
            return confirmed(locked.holdRef());
        }
        if (order.status() != OrderStatus.EXPIRED
                || !clock.instant().isBefore(order.trip().from().at())
                || !claimAgain(order)) {
            return Optional.empty();
        }
        Optional<Secured> seats = holdAgain(order);
        if (seats.isEmpty()) {
            claims.drop(order);
        }
        return seats;
    }

    private boolean claimAgain(Order order) {
        List<String> persons =
                order.tickets().stream()
                        .flatMap(ticket ->
                                members.traveller(order.memberId(), ticket.travellerId()).stream())
                        .map(TravellerIdentity::documentKey)
                        .toList();
        return persons.size() == order.tickets().size() && claims.claim(order, persons);
    }

    private Optional<Secured> holdAgain(Order order) {
        Trip trip = order.trip();
        UUID again = References.derived(order.reference(), "seats-again");
        Instant until = clock.instant().plus(terms.settleWithin());
        HoldOutcome outcome =
                holds.hold(
                        new HoldRequest(
                                again,
                                new RunId(trip.runId()),
                                trip.seatClass(),
                                trip.fromCall(),
                                trip.toCall(),
                                order.tickets().stream().map(Ticket::group).toList(),
                                until));
        return switch (outcome) {
            case HoldOutcome.Held held -> confirmed(held.holdRef());
            case HoldOutcome.Refused refused -> Optional.empty();
        };
    }

    private Optional<Secured> confirmed(UUID holdRef) {
        return switch (holds.confirm(holdRef)) {
            case ConfirmOutcome.Confirmed sold ->
                    Optional.of(new Secured(sold.holdRef(), sold.seats()));
            case ConfirmOutcome.Refused refused -> Optional.empty();
        };
    }
}
