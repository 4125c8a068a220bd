package dev.waystation.platform.selling.booking.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** The deadline passed without payment; the seats went back on sale. */
public record OrderExpired(long orderId, long memberId, long runId, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
