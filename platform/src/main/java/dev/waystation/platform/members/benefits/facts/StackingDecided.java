package dev.waystation.platform.members.benefits.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** Staff decided anew which coupons go together. */
public record StackingDecided(int version, String by, Instant occurredAt) implements Fact {

    @Override
    public long subject() {
        return 0;
    }
}
