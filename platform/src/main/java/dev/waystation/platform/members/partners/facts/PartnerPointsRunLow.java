package dev.waystation.platform.members.partners.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** What a partner may still give has fallen to the mark of its contract. */
public record PartnerPointsRunLow(long partnerId, String partner, long left, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return partnerId;
    }
}
