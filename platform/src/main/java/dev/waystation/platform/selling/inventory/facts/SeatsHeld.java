package dev.waystation.platform.selling.inventory.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/** Seats are kept for somebody until a deadline. */
public record SeatsHeld(
        UUID holdRef,
        long runId,
        String seatClass,
        int fromCall,
        int toCall,
        int seatCount,
        Instant expiresAt,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return runId;
    }
}
