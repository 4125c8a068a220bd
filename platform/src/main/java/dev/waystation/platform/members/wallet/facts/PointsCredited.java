package dev.waystation.platform.members.wallet.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Points landed in a lot.
 *
 * @param expiresOn last day on which they can be used
 * @param explanationId where the reasons are kept
 */
public record PointsCredited(
        long memberId,
        String currency,
        long amount,
        UUID reference,
        LocalDate expiresOn,
        String source,
        String explanationId,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
