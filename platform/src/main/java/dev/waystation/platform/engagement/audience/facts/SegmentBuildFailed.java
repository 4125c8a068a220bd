package dev.waystation.platform.engagement.audience.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** The next condition of a segment could not be built; the segment keeps the one before. */
public record SegmentBuildFailed(long segmentId, int version, String why, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return segmentId;
    }
}
