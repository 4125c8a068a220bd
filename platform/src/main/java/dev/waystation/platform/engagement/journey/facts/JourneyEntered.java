package dev.waystation.platform.engagement.journey.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A member entered a published journey. */
public record JourneyEntered(
        long enrolmentId, long memberId, long journeyId, int version, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
