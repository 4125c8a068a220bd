package dev.waystation.platform.members.membership.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A person became a member; the day of birth stays in membership. */
public record MemberRegistered(
        long memberId,
        int birthYear,
        String gender,
        String cityCode,
        String channel,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
