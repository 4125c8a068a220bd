package dev.waystation.platform.selling.awards.usecase;

import dev.waystation.platform.selling.awards.model.AwardOffer;
import dev.waystation.platform.selling.awards.model.OfferedTrip;
import dev.waystation.platform.selling.awards.store.OfferStore;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The runs that offers hold for. */
@Component
class OfferedTrips {

    private static final int HORIZON_DAYS = 40;

    private final OfferStore offers;
    private final Timetables timetables;
    private final Clock clock;

    OfferedTrips(OfferStore offers, Timetables timetables, Clock clock) {
        this.offers = offers;
        this.timetables = timetables;
        this.clock = clock;
    }

    List<AwardOffer> open() {
        return offers.open();
    }

    List<AwardOffer> offers(long before, int limit) {
        return offers.list(before, limit);
    }

    Optional<AwardOffer> offer(long id) {
        return offers.find(id);
    }

    List<AwardOffer> withSeats() {
        return offers.withSeats();
    }

    /** Trips of an offer that have not left, by departure. */
    List<OfferedTrip> of(AwardOffer offer) {
        LocalDate today = LocalDate.now(clock);
        return Stream.iterate(today.minusDays(1), day -> day.plusDays(1))
                .limit(HORIZON_DAYS + 2L)
                .filter(offer.terms()::holdsOn)
                .flatMap(day -> timetables.run(offer.terms().trainCode(), day).stream())
                .flatMap(run -> OfferedTrip.of(offer, run).stream())
                .filter(trip -> trip.departs().isAfter(clock.instant()))
                .toList();
    }

    /** What is offered on one run. */
    List<OfferedTrip> on(RunId id) {
        Optional<Run> run = timetables.run(id);
        return run.stream()
                .flatMap(found -> offers.openOn(found.trainCode()).stream())
                .flatMap(offer -> OfferedTrip.of(offer, run.orElseThrow()).stream())
                .toList();
    }

    /** Points for an adult's seat. */
    long points(OfferedTrip trip) {
        return timetables
                .fare(
                        trip.run().id(),
                        trip.from().index(),
                        trip.to().index(),
                        trip.offer().terms().seatClass())
                .map(fare -> Math.ceilDiv(fare.minor() * trip.offer().terms().pointsPerYuan(), 100))
                .orElse(0L);
    }
}
