package dev.waystation.platform.engagement.audience.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * A member came to meet the condition of a published segment, or was in it when it was published.
 *
 * @param cause the name of the fact that moved him, {@code time}, {@code manual}, {@code published}
 *     for those whom publishing found already in, {@code edit}, {@code backfill} or {@code merge}
 */
public record SegmentEntered(long segmentId, long memberId, String cause, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
