package dev.waystation.platform.members.passes.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.time.LocalDate;

/** The time to renew a pass has begun; told once. */
public record PassEnding(
        long memberId, long passId, LocalDate until, LocalDate renewUntil, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
