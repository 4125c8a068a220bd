package dev.waystation.platform.selling.awards.usecase;

import dev.waystation.platform.selling.awards.model.AwardOffer;
import dev.waystation.platform.selling.awards.model.OfferedTrip;
import dev.waystation.platform.selling.awards.store.AwardSeats;
import dev.waystation.platform.selling.inventory.HoldOutcome;
import dev.waystation.platform.selling.inventory.HoldRequest;
import dev.waystation.platform.selling.inventory.SeatHolds;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Sets the seats of due waves aside. Each is a hold in inventory on the channel {@value #CHANNEL},
 * so release decides whether there is one; what it refuses is tried again the next time. A place of
 * a wave always asks under the same reference: however many ask, it gets one seat.
 */
@Service
public class OpenWaves {

    /** As release plans name it, for buckets and caps of their own. */
    static final String CHANNEL = "award";

    /** Seats outlive their return, so that an order of the last minute is settled first. */
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(30);

    private final OfferedTrips trips;
    private final AwardSeats seats;
    private final SeatHolds holds;
    private final Clock clock;

    OpenWaves(OfferedTrips trips, AwardSeats seats, SeatHolds holds, Clock clock) {
        this.trips = trips;
        this.seats = seats;
        this.holds = holds;
        this.clock = clock;
    }

    public void handle() {
        trips.open().forEach(this::open);
    }

    public void open(AwardOffer offer) {
        List<OfferedTrip> due = trips.of(offer).stream().filter(trip -> waves(trip) > 0).toList();
        if (due.isEmpty()) {
            return;
        }
        Set<AwardSeats.Place> filled = seats.filled(offer, due);
        due.forEach(trip -> open(trip, filled));
    }

    private void open(OfferedTrip trip, Set<AwardSeats.Place> filled) {
        int open = waves(trip);
        boolean more = true;
        for (int wave = 0; wave < open && more; wave++) {
            more = fill(trip, wave, filled);
        }
    }

    private int waves(OfferedTrip trip) {
        return trip.offer().terms().openWaves(trip.departs(), clock.instant());
    }

    /** False when release gives no further seat now. */
    private boolean fill(OfferedTrip trip, int wave, Set<AwardSeats.Place> filled) {
        int size = trip.offer().terms().waves().get(wave).seats();
        for (int no = 1; no <= size; no++) {
            if (!filled.contains(new AwardSeats.Place(trip.run().id(), wave, no))
                    && !setAside(trip, wave, no)) {
                return false;
            }
        }
        return true;
    }

    private boolean setAside(OfferedTrip trip, int wave, int no) {
        UUID reference = reference(trip, wave, no);
        Instant until = trip.offer().terms().returnsAt(trip.departs()).plus(SETTLED_WITHIN);
        HoldRequest request =
                new HoldRequest(
                        reference,
                        trip.run().id(),
                        trip.offer().terms().seatClass(),
                        trip.from().index(),
                        trip.to().index(),
                        List.of("general"),
                        CHANNEL,
                        until);
        if (!(holds.hold(request) instanceof HoldOutcome.Held held)) {
            return false;
        }
        seats.setAside(
                trip.offer(),
                trip.run().id(),
                wave,
                no,
                reference,
                held.seats().getFirst(),
                clock.instant());
        return true;
    }

    private static UUID reference(OfferedTrip trip, int wave, int no) {
        String text =
                "award %d %d %d %d".formatted(trip.offer().id(), trip.run().id().value(), wave, no);
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
