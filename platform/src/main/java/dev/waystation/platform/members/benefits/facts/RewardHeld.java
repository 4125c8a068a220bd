package dev.waystation.platform.members.benefits.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/** Points for a reward are set aside; when the cash is there too, the order is confirmed. */
public record RewardHeld(
        long memberId, UUID orderRef, long points, long cashMinor, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
