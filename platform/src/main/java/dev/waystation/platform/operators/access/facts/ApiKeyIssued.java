package dev.waystation.platform.operators.access.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.Set;

/** A program got a key with these scopes. */
public record ApiKeyIssued(long clientId, String actor, Set<String> scopes, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return clientId;
    }
}
