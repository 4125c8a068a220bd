package dev.waystation.platform.members.membership.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** Somebody is no member any more and nothing of the person is kept in membership. */
public record MemberLeft(long memberId, String cause, String by, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
