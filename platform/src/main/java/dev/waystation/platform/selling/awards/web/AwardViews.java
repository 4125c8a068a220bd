package dev.waystation.platform.selling.awards.web;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.awards.model.AwardOffer;
import dev.waystation.platform.selling.awards.model.AwardTerms;
import dev.waystation.platform.selling.awards.usecase.ShowAwards;
import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Award seats and offers as clients see them. */
final class AwardViews {

    private AwardViews() {}

    record Stop(String station, Said name, Instant time, int call) {

        static Stop of(Call call) {
            return new Stop(
                    call.stationCode(),
                    new Said(call.nameZh(), call.nameEn()),
                    call.departs(),
                    call.index());
        }
    }

    /**
     * @param left seats that can be had now
     * @param points for an adult
     * @param why nothing is left, and what comes next; null while a seat is left
     */
    record AwardSeat(
            String runId,
            String trainCode,
            LocalDate date,
            String seatClass,
            Stop from,
            Stop to,
            long points,
            int left,
            int taken,
            int returned,
            int memberLimit,
            @Nullable Explanation why) {}

    /** An offer with the names of its stations. */
    record Offer(
            String id,
            AwardTerms terms,
            Said from,
            Said to,
            boolean open,
            String madeBy,
            Instant madeAt) {}

    static AwardSeat seat(ShowAwards.Shown shown) {
        AwardTerms terms = shown.trip().offer().terms();
        return new AwardSeat(
                PublicId.encode("run", shown.trip().run().id().value()),
                terms.trainCode(),
                shown.trip().run().serviceDate(),
                terms.seatClass(),
                Stop.of(shown.trip().from()),
                Stop.of(shown.trip().to()),
                shown.points(),
                shown.why() == null ? shown.counts().aside() : 0,
                shown.counts().taken(),
                shown.counts().returned(),
                terms.memberLimit(),
                shown.why());
    }

    static Offer offer(AwardOffer offer, Timetables timetables) {
        return new Offer(
                PublicId.encode(AwardOffer.PREFIX, offer.id()),
                offer.terms(),
                name(offer.terms().fromStation(), timetables),
                name(offer.terms().toStation(), timetables),
                offer.open(),
                offer.madeBy(),
                offer.madeAt());
    }

    private static Said name(String station, Timetables timetables) {
        return timetables.stationName(station).orElse(Said.same(station));
    }
}
