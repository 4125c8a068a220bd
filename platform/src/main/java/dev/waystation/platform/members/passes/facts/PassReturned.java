package dev.waystation.platform.members.passes.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A pass was given back for its unused days. */
public record PassReturned(
        long memberId, long passId, long cashMinor, long points, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
