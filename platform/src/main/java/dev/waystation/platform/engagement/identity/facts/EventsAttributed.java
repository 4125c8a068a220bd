package dev.waystation.platform.engagement.identity.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** Events of a commit are known to be members'; {@code Identities} gives them by its number. */
public record EventsAttributed(long batch, int count, Instant occurredAt) implements Fact {
    @Override
    public long subject() {
        return batch;
    }
}
