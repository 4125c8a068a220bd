package dev.waystation.platform.members.accounts.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** An enterprise's account was opened, or its credit or state changed; nothing stood before one. */
public record EnterpriseAccountChanged(
        long accountId,
        String name,
        long creditBefore,
        long creditAfter,
        boolean activeBefore,
        boolean activeAfter,
        String by,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return accountId;
    }
}
