package dev.waystation.platform.operators.access.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.Set;

/** An account was made by {@code actor}, such as {@code staff:7}. */
public record StaffAdded(long staffId, String actor, Set<String> roles, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return staffId;
    }
}
