package dev.waystation.platform.members.partners.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.time.LocalDate;

/** A version of a partner's contract is published; from its day on it decides. */
public record ContractPublished(
        long partnerId,
        String partner,
        int version,
        LocalDate validFrom,
        String by,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return partnerId;
    }
}
