package dev.waystation.platform.members.passes.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/** A bill for a pass is open; what is fully paid is settled at once. */
public record PassBillOpened(
        long memberId, UUID orderRef, long points, long cashMinor, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
