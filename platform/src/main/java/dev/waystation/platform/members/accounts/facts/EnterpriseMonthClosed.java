package dev.waystation.platform.members.accounts.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.time.LocalDate;

/** A month of an enterprise's account is closed; it never changes. */
public record EnterpriseMonthClosed(
        long accountId,
        String name,
        LocalDate period,
        long closingMinor,
        String by,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return accountId;
    }
}
