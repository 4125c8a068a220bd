package dev.waystation.platform.members.loyalty.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.time.LocalDate;

/**
 * At the next review a member would fall unless something more is done.
 *
 * @param explanationId where the exact gap is kept
 */
public record TierAtRisk(
        long memberId,
        String club,
        String tier,
        String wouldBe,
        LocalDate reviewOn,
        String explanationId,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
