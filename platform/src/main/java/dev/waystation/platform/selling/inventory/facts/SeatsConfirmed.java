package dev.waystation.platform.selling.inventory.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/** Held seats are sold for good. */
public record SeatsConfirmed(
        UUID holdRef,
        long runId,
        String seatClass,
        int fromCall,
        int toCall,
        int seatCount,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return runId;
    }
}
