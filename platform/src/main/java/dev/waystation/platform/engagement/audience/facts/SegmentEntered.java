package dev.waystation.platform.engagement.audience.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * A member came to meet the condition of a published segment; never told for those whom publishing
 * found already in.
 */
public record SegmentEntered(long segmentId, long memberId, String cause, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
