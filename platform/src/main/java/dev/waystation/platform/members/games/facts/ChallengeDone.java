package dev.waystation.platform.members.games.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A member has met a challenge; `rewarded` when a reward was left. */
public record ChallengeDone(
        long memberId, long challengeId, boolean rewarded, long points, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
