package dev.waystation.platform.operators.access.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.Set;

/** Roles or activity of an account changed. */
public record StaffChanged(
        long staffId,
        String actor,
        Set<String> rolesBefore,
        Set<String> roles,
        boolean activeBefore,
        boolean active,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return staffId;
    }
}
