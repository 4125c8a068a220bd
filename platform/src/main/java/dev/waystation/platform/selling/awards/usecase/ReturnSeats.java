package dev.waystation.platform.selling.awards.usecase;

import dev.waystation.platform.selling.awards.model.AwardOffer;
import dev.waystation.platform.selling.awards.model.OfferedTrip;
import dev.waystation.platform.selling.awards.store.AwardSeats;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.SeatHolds;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts seats that nobody took back on general sale. First nobody can take them any more, durably,
 * then inventory frees them; should the second fail, their holds run out by themselves.
 */
@Service
public class ReturnSeats {

    private final OfferedTrips trips;
    private final AwardSeats seats;
    private final SeatHolds holds;
    private final TransactionOperations transaction;
    private final Clock clock;

    ReturnSeats(
            OfferedTrips trips,
            AwardSeats seats,
            SeatHolds holds,
            TransactionOperations transaction,
            Clock clock) {
        this.trips = trips;
        this.seats = seats;
        this.holds = holds;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Everything whose time has come, and all of offers that were withdrawn. */
    public void handle() {
        for (AwardOffer offer : trips.withSeats()) {
            Set<RunId> goOn =
                    trips.of(offer).stream()
                            .filter(this::takesWishes)
                            .map(trip -> trip.run().id())
                            .collect(Collectors.toSet());
            release(offer, seats.waiting(offer).stream().filter(r -> !goOn.contains(r)).toList());
        }
    }

    private boolean takesWishes(OfferedTrip trip) {
        return trip.offer().open() && !trip.offer().terms().over(trip.departs(), clock.instant());
    }

    private void release(AwardOffer offer, Collection<RunId> runs) {
        if (runs.isEmpty()) {
            return;
        }
        List<UUID> freed = transaction.execute(_ -> seats.giveBack(offer, runs));
        if (freed != null) {
            freed.forEach(hold -> holds.release(hold, "award_seat_returned"));
        }
    }
}
