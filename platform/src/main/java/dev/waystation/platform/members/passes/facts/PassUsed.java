package dev.waystation.platform.members.passes.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A pass opened a gate. */
public record PassUsed(long memberId, long passId, String site, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
