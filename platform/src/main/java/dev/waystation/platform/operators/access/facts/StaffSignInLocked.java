package dev.waystation.platform.operators.access.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** Too many failures: the login is locked for a while. The id is 0 without an account. */
public record StaffSignInLocked(long staffId, Instant until, Instant occurredAt) implements Fact {

    @Override
    public long subject() {
        return staffId;
    }
}
