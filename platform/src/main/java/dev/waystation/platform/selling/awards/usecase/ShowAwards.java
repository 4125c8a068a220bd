package dev.waystation.platform.selling.awards.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.selling.awards.model.AwardCounts;
import dev.waystation.platform.selling.awards.model.AwardOffer;
import dev.waystation.platform.selling.awards.model.OfferedTrip;
import dev.waystation.platform.selling.awards.store.AwardSeats;
import dev.waystation.platform.selling.catalogue.RunId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Trips that points buy, with what is left and why not. */
@Service
public class ShowAwards {

    private final OfferedTrips trips;
    private final AwardSeats seats;
    private final AwardWords words;
    private final Clock clock;

    ShowAwards(OfferedTrips trips, AwardSeats seats, AwardWords words, Clock clock) {
        this.clock = clock;
        this.trips = trips;
        this.seats = seats;
        this.words = words;
    }

    /**
     * @param points for an adult
     * @param why null while a seat is left
     */
    public record Shown(
            OfferedTrip trip, AwardCounts counts, long points, @Nullable Explanation why) {}

    /** The next departures of all offers that still take wishes, the soonest first. */
    public List<Shown> upcoming(int limit) {
        Instant now = clock.instant();
        return shown(
                trips.open().stream()
                        .flatMap(offer -> trips.of(offer).stream())
                        .filter(trip -> !trip.offer().terms().over(trip.departs(), now))
                        .sorted(Comparator.comparing(OfferedTrip::departs))
                        .limit(limit)
                        .toList());
    }

    /** Newest first, closed ones too. */
    public List<AwardOffer> offers(long before, int limit) {
        return trips.offers(before, limit);
    }

    public Optional<AwardOffer> offer(long id) {
        return trips.offer(id);
    }

    public List<Shown> on(RunId run) {
        return shown(trips.on(run));
    }

    public List<Shown> of(AwardOffer offer) {
        return shown(trips.of(offer));
    }

    private List<Shown> shown(List<OfferedTrip> wanted) {
        Map<AwardSeats.Key, AwardCounts> counts = seats.counts(wanted);
        return wanted.stream()
                .map(trip ->
                        shown(trip, counts.getOrDefault(AwardSeats.Key.of(trip), AwardCounts.NONE)))
                .toList();
    }

    private Shown shown(OfferedTrip trip, AwardCounts counts) {
        return new Shown(
                trip,
                counts,
                trips.points(trip),
                words.refusal(trip, counts)
                        .map(code -> words.why(code, trip, counts))
                        .orElse(null));
    }
}
