package dev.waystation.platform.engagement.identity.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * What an unknown person did turned out to be a member's, or that was taken back.
 *
 * @param joined false when it was taken back
 */
public record PersonJoined(long memberId, long personId, boolean joined, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
