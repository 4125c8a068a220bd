package dev.waystation.platform.selling.inventory.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/** Seats are free again: the hold expired, was given up, or its ticket was refunded. */
public record SeatsReleased(
        UUID holdRef,
        long runId,
        String seatClass,
        int fromCall,
        int toCall,
        int seatCount,
        String cause,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return runId;
    }
}
