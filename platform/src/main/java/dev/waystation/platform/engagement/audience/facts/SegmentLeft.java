package dev.waystation.platform.engagement.audience.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A member ceased to meet the condition of a published segment. */
public record SegmentLeft(long segmentId, long memberId, String cause, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
