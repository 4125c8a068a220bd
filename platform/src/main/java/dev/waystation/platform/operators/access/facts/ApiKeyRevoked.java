package dev.waystation.platform.operators.access.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A key no longer opens anything. */
public record ApiKeyRevoked(long clientId, String actor, Instant occurredAt) implements Fact {

    @Override
    public long subject() {
        return clientId;
    }
}
