package dev.waystation.platform.members.benefits.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A batch of codes is complete. */
public record CodesMade(long campaignId, long batchId, long codes, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return campaignId;
    }
}
