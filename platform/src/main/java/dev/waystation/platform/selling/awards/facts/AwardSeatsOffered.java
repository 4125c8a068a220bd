package dev.waystation.platform.selling.awards.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** Staff offered seats of a trip for points. */
public record AwardSeatsOffered(
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
