package dev.waystation.platform.members.membership.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** Somebody of the staff looked at a sealed field in clear and gave a reason. */
public record PersonalDataRevealed(
        long staffId, long memberId, String field, String reason, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
