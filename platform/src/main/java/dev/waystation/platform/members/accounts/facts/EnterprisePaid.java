package dev.waystation.platform.members.accounts.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A payment of an enterprise was noted. */
public record EnterprisePaid(
        long accountId, String name, long minor, String transfer, String by, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return accountId;
    }
}
