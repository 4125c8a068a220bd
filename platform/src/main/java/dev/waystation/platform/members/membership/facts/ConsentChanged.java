package dev.waystation.platform.members.membership.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A member said yes or no to one purpose on one channel. */
public record ConsentChanged(
        long memberId,
        String channel,
        String purpose,
        boolean granted,
        String source,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
