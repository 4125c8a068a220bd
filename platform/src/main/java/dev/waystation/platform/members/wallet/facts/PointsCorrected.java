package dev.waystation.platform.members.wallet.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/**
 * The balance changed, but neither by earning, spending nor expiry: returned, taken back, restored,
 * deducted, reinstated.
 *
 * @param kind of the entry
 * @param change of what can be spent, negative when it fell
 * @param actor who did it, {@code system} when nobody
 */
public record PointsCorrected(
        long memberId,
        String currency,
        String kind,
        long change,
        UUID reference,
        String source,
        String actor,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
