package dev.waystation.platform.selling.awards.model;

import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.Run;
import java.time.Instant;
import java.util.Optional;

/** A run an offer holds for, with the calls of its trip. */
public record OfferedTrip(AwardOffer offer, Run run, Call from, Call to) {

    /** Empty when the run doesn't serve the trip, or not on a day of the offer. */
    public static Optional<OfferedTrip> of(AwardOffer offer, Run run) {
        AwardTerms terms = offer.terms();
        Optional<Call> from = call(run, terms.fromStation());
        Optional<Call> to = call(run, terms.toStation());
        return from.isPresent()
                        && to.isPresent()
                        && from.get().index() < to.get().index()
                        && terms.holdsOn(run.serviceDate())
                        && run.offer(terms.seatClass()).isPresent()
                ? Optional.of(new OfferedTrip(offer, run, from.get(), to.get()))
                : Optional.empty();
    }

    public Instant departs() {
        return from.departs();
    }

    private static Optional<Call> call(Run run, String station) {
        return run.calls().stream().filter(call -> call.stationCode().equals(station)).findFirst();
    }
}
