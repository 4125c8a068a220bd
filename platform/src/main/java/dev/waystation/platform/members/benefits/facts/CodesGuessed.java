package dev.waystation.platform.members.benefits.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * Somebody entered so many wrong codes that they are locked out for a while; 0 without a member.
 */
public record CodesGuessed(long memberId, int failures, Instant occurredAt) implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
