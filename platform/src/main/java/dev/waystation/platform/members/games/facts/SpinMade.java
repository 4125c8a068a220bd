package dev.waystation.platform.members.games.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/** A spin stands; its cost is taken and its prize given by a reader. */
public record SpinMade(
        long memberId,
        long drawId,
        long sequence,
        UUID spinRef,
        int prize,
        long cost,
        Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
