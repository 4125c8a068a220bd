package dev.waystation.platform.selling.booking.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** Seats wait for the payment of this order until it expires. */
public record OrderPlaced(
        long orderId,
        long memberId,
        long runId,
        int ticketCount,
        long amountMinor,
        String currency,
        Instant expiresAt,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
