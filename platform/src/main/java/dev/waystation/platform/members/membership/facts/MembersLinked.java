package dev.waystation.platform.members.membership.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * Two members were found to be one person, or that was undone. Nothing was rewritten: each keeps
 * its own rows.
 */
public record MembersLinked(
        long memberId, long intoId, boolean linked, String by, String reason, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
