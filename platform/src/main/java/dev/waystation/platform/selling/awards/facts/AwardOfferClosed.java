package dev.waystation.platform.selling.awards.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** Staff ended an offer of award seats; what members took stays theirs. */
public record AwardOfferClosed(
        long offerId,
        String trainCode,
        String seatClass,
        String fromStation,
        String toStation,
        int seats,
        String by,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return offerId;
    }
}
