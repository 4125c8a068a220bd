package dev.waystation.platform.selling.awards.usecase;

import dev.waystation.platform.selling.awards.AwardOutcome;
import dev.waystation.platform.selling.awards.AwardRefusal;
import dev.waystation.platform.selling.awards.AwardWish;
import dev.waystation.platform.selling.awards.Awards;
import dev.waystation.platform.selling.awards.model.AwardCounts;
import dev.waystation.platform.selling.awards.model.OfferedTrip;
import dev.waystation.platform.selling.awards.store.AwardSeats;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives orders seats of the open waves. The member's own row comes first, so that somebody's wishes
 * take turns; a caller who is refused rolls back what was counted.
 */
@Service
class TakeAwardSeat implements Awards {

    private final OfferedTrips trips;
    private final AwardSeats seats;
    private final AwardWords words;

    TakeAwardSeat(OfferedTrips trips, AwardSeats seats, AwardWords words) {
        this.trips = trips;
        this.seats = seats;
        this.words = words;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public AwardOutcome take(AwardWish wish) {
        Optional<OfferedTrip> offered =
                trips.on(wish.run()).stream().filter(trip -> meets(trip, wish)).findFirst();
        return offered.map(trip -> take(trip, wish))
                .orElseGet(() ->
                        new AwardOutcome.Refused(
                                AwardRefusal.AWARD_NOT_OFFERED, AwardWords.notOffered()));
    }

    @Override
    @Transactional
    public void giveUp(UUID orderRef) {
        seats.giveUp(orderRef);
    }

    private AwardOutcome take(OfferedTrip trip, AwardWish wish) {
        Optional<AwardSeats.Found> before = seats.ofOrder(wish.orderRef());
        if (before.isPresent()) {
            return taken(trip, before.get());
        }
        AwardCounts counts = counts(trip);
        Optional<AwardRefusal> refusal = words.refusal(trip, counts);
        if (refusal.isPresent()) {
            return refused(refusal.get(), trip, counts);
        }
        if (!seats.count(trip.offer(), wish)) {
            return refused(AwardRefusal.AWARD_LIMIT_IS_REACHED, trip, counts);
        }
        return seats.take(trip.offer(), wish)
                .map(seat -> taken(trip, seat))
                .orElseGet(() -> refused(AwardRefusal.AWARD_SEATS_ARE_TAKEN, trip, counts(trip)));
    }

    private AwardCounts counts(OfferedTrip trip) {
        return seats.counts(trip);
    }

    private static boolean meets(OfferedTrip trip, AwardWish wish) {
        return trip.from().index() == wish.fromCall()
                && trip.to().index() == wish.toCall()
                && trip.offer().terms().seatClass().equals(wish.seatClass());
    }

    private static AwardOutcome taken(OfferedTrip trip, AwardSeats.Found seat) {
        return new AwardOutcome.Taken(
                seat.holdRef(), seat.seat(), trip.offer().terms().pointsPerYuan());
    }

    private AwardOutcome refused(AwardRefusal code, OfferedTrip trip, AwardCounts counts) {
        return new AwardOutcome.Refused(code, words.why(code, trip, counts));
    }
}
