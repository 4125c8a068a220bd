package dev.waystation.platform.engagement.audience.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A segment follows events from now on; so many members were in it from the start. */
public record SegmentPublished(long segmentId, int version, long memberCount, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return segmentId;
    }
}
