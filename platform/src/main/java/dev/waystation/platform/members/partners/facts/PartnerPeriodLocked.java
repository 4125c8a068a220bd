package dev.waystation.platform.members.partners.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.time.LocalDate;

/** A partner's month is closed; corrections belong to the next one. */
public record PartnerPeriodLocked(
        long partnerId, LocalDate period, long netMinor, String by, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return partnerId;
    }
}
