package dev.waystation.platform.operators.access.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** Somebody of the operator came in by password. */
public record StaffSignedIn(long staffId, Instant occurredAt) implements Fact {

    @Override
    public long subject() {
        return staffId;
    }
}
