package dev.waystation.platform.engagement.journey.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * Somebody ended a journey for everybody.
 *
 * @param inside how many were inside and leave
 * @param by who stopped it
 */
public record JourneyStopped(
        long journeyId, String code, int version, long inside, String by, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return journeyId;
    }
}
