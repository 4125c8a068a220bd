package dev.waystation.platform.members.passes.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.time.LocalDate;

/** A pass ends later because it had to rest. */
public record PassExtended(
        long memberId,
        long passId,
        int days,
        LocalDate until,
        String causeZh,
        String causeEn,
        Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
