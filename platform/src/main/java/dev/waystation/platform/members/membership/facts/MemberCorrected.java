package dev.waystation.platform.members.membership.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** What is known of a member was put right; the values are those that count now. */
public record MemberCorrected(
        long memberId,
        int birthYear,
        String gender,
        String cityCode,
        Instant joinedAt,
        String by,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
