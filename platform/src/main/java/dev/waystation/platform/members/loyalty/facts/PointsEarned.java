package dev.waystation.platform.members.loyalty.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * What an event earned was decided; the wallet posts it next.
 *
 * @param rerun name of the rule a re-run added afterwards, or empty
 */
public record PointsEarned(
        long memberId,
        String reference,
        String programme,
        String trigger,
        String rerun,
        String explanationId,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
