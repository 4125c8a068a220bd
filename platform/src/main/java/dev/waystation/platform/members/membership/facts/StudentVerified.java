package dev.waystation.platform.members.membership.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A traveller was verified as a student.
 *
 * @param self whether the traveller is the member in person
 * @param validUntil last day on which the verification counts
 */
public record StudentVerified(
        long memberId, long travellerId, boolean self, LocalDate validUntil, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
