package dev.waystation.platform.members.membership.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A channel finds a member now, or finds them no more; the address stays where it is kept. */
public record ReachChanged(long memberId, String channel, boolean found, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
