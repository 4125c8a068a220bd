package dev.waystation.platform.selling.awards.usecase;

import dev.waystation.platform.selling.awards.model.AwardOffer;
import dev.waystation.platform.selling.awards.model.AwardTerms;
import dev.waystation.platform.selling.awards.store.OfferStore;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and withdraws offers. Terms of an offer never change: another one takes its place. */
@Service
public class OfferAwards {

    private final OfferStore offers;
    private final Timetables timetables;
    private final Clock clock;

    OfferAwards(OfferStore offers, Timetables timetables, Clock clock) {
        this.offers = offers;
        this.timetables = timetables;
        this.clock = clock;
    }

    /** The answer. */
    public sealed interface Outcome {
        record Made(AwardOffer offer) implements Outcome {}

        record Refused(OfferRefusal code) implements Outcome {}
    }

    /** Why no offer was made or withdrawn. */
    public enum OfferRefusal {
        /** No station of that code, or the same twice. */
        AWARD_TRIP_UNKNOWN,
        AWARD_OFFER_STANDS_ALREADY,
        AWARD_OFFER_NOT_FOUND
    }

    @Transactional
    public Outcome handle(AwardTerms terms, String by) {
        if (terms.fromStation().equals(terms.toStation())
                || timetables.stationName(terms.fromStation()).isEmpty()
                || timetables.stationName(terms.toStation()).isEmpty()) {
            return new Outcome.Refused(OfferRefusal.AWARD_TRIP_UNKNOWN);
        }
        Optional<Long> made = offers.make(terms, by, clock.instant());
        return made.flatMap(offers::find)
                .<Outcome>map(Outcome.Made::new)
                .orElseGet(() -> new Outcome.Refused(OfferRefusal.AWARD_OFFER_STANDS_ALREADY));
    }

    /**
     * Nobody can take its seats any more; they return to general sale within a minute. What members
     * took stays theirs.
     */
    @Transactional
    public Outcome close(long id) {
        offers.close(id);
        return offers.find(id)
                .<Outcome>map(Outcome.Made::new)
                .orElseGet(() -> new Outcome.Refused(OfferRefusal.AWARD_OFFER_NOT_FOUND));
    }
}
