package dev.waystation.platform.members.benefits.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A member used a benefit at a gate or till. */
public record EntitlementUsed(
        long memberId, long entitlementId, String benefit, String place, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
