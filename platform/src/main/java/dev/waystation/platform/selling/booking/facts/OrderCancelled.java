package dev.waystation.platform.selling.booking.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** The buyer gave the order up before paying; the seats went back on sale. */
public record OrderCancelled(long orderId, long memberId, long runId, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
