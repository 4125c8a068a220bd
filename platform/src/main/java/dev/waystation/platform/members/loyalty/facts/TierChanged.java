package dev.waystation.platform.members.loyalty.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * A member reached another tier.
 *
 * @param explanationId where the reasons are kept
 */
public record TierChanged(
        long memberId,
        String fromTier,
        String toTier,
        String cause,
        String explanationId,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
