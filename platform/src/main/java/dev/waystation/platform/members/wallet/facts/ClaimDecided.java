package dev.waystation.platform.members.wallet.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** Somebody decided on a member's claim for missing points; {@code points} is 0 when rejected. */
public record ClaimDecided(
        long memberId,
        long claimId,
        String order,
        long points,
        String decision,
        String actor,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
