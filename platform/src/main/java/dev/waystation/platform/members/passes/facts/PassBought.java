package dev.waystation.platform.members.passes.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A pass was paid: bought, renewed or upgraded to. */
public record PassBought(
        long memberId,
        long passId,
        String product,
        String kind,
        long worthMinor,
        Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
