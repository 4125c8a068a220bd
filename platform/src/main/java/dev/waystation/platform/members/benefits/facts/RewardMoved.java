package dev.waystation.platform.members.benefits.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/** An order of the reward mall came to another state. */
public record RewardMoved(
        long memberId, UUID orderRef, String state, String cause, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
