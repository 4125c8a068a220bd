package dev.waystation.platform.members.benefits.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/** A reward has a new holder. */
public record RewardGifted(long memberId, UUID orderRef, long giver, int nth, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
