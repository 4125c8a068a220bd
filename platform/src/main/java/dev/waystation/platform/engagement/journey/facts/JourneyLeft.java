package dev.waystation.platform.engagement.journey.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * A member is through with a journey.
 *
 * @param converted whether he reached what the journey was for
 */
public record JourneyLeft(
        long enrolmentId,
        long memberId,
        long journeyId,
        int version,
        boolean converted,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
