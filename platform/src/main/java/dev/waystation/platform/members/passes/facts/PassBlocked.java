package dev.waystation.platform.members.passes.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A person shut a pass, or opened it again. */
public record PassBlocked(
        long memberId, long passId, boolean blocked, String cause, String actor, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
