package dev.waystation.platform.selling.awards.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.awards.facts.AwardOfferClosed;
import dev.waystation.platform.selling.awards.facts.AwardSeatsOffered;
import dev.waystation.platform.selling.awards.model.AwardOffer;
import dev.waystation.platform.selling.awards.model.AwardTerms;
import dev.waystation.platform.selling.awards.model.Wave;
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
    private final FactLog facts;
    private final Clock clock;

    OfferAwards(OfferStore offers, Timetables timetables, FactLog facts, Clock clock) {
        this.offers = offers;
        this.timetables = timetables;
        this.facts = facts;
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

    /**
     * @param by as the console shows it
     * @param actor as the audit trail names it
     */
    @Transactional
    public Outcome handle(AwardTerms terms, String by, String actor) {
        if (terms.fromStation().equals(terms.toStation())
                || timetables.stationName(terms.fromStation()).isEmpty()
                || timetables.stationName(terms.toStation()).isEmpty()) {
            return new Outcome.Refused(OfferRefusal.AWARD_TRIP_UNKNOWN);
        }
        Optional<Long> made = offers.make(terms, by, clock.instant());
        return made.flatMap(offers::find)
                .<Outcome>map(offer -> {
                    facts.append(
                            new AwardSeatsOffered(
                                    offer.id(),
                                    terms.trainCode(),
                                    terms.seatClass(),
                                    terms.fromStation(),
                                    terms.toStation(),
                                    seats(terms),
                                    actor,
                                    clock.instant()));
                    return new Outcome.Made(offer);
                })
                .orElseGet(() -> new Outcome.Refused(OfferRefusal.AWARD_OFFER_STANDS_ALREADY));
    }

    /**
     * Nobody can take its seats any more; they return to general sale within a minute. What members
     * took stays theirs.
     */
    @Transactional
    public Outcome close(long id, String actor) {
        boolean closed = offers.close(id);
        Optional<AwardOffer> found = offers.find(id);
        found.filter(_ -> closed).ifPresent(offer -> facts.append(closed(offer, actor)));
        return found.<Outcome>map(Outcome.Made::new)
                .orElseGet(() -> new Outcome.Refused(OfferRefusal.AWARD_OFFER_NOT_FOUND));
    }

    private AwardOfferClosed closed(AwardOffer offer, String actor) {
        AwardTerms terms = offer.terms();
        return new AwardOfferClosed(
                offer.id(),
                terms.trainCode(),
                terms.seatClass(),
                terms.fromStation(),
                terms.toStation(),
                seats(terms),
                actor,
                clock.instant());
    }

    private static int seats(AwardTerms terms) {
        return terms.waves().stream().mapToInt(Wave::seats).sum();
    }
}
