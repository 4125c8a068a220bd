package dev.waystation.platform.selling.release.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A batch of a plan has opened on a run. */
public record BatchReleased(
        long runId, long planId, String seatClass, String batch, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return runId;
    }
}
