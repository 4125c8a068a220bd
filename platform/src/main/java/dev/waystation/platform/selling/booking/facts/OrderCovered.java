package dev.waystation.platform.selling.booking.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/** Points and stored value cover all of an order: it can be settled without cash. */
public record OrderCovered(long orderId, UUID orderRef, long memberId, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return orderId;
    }
}
