package dev.waystation.platform.members.benefits.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A member was given a pack of benefits, once in the cycle. */
public record PackGiven(long memberId, String pack, String cycle, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
