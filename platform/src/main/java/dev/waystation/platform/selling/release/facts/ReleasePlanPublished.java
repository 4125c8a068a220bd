package dev.waystation.platform.selling.release.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A version of a plan is in force for all coming runs of a train. */
public record ReleasePlanPublished(
        long planId,
        String trainCode,
        String seatClass,
        int version,
        String author,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return planId;
    }
}
