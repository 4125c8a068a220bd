package dev.waystation.platform.operators.access.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A sign-in failed; the id is 0 when there is no such account. What was typed is not kept. */
public record StaffSignInFailed(long staffId, Instant occurredAt) implements Fact {

    @Override
    public long subject() {
        return staffId;
    }
}
