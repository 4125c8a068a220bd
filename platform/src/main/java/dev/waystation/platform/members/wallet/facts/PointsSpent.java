package dev.waystation.platform.members.wallet.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/** Points left the account for a purpose: spent at once or by capturing a hold. */
public record PointsSpent(
        long memberId,
        String currency,
        long amount,
        UUID reference,
        String source,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
