package dev.waystation.platform.operators.venues.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * Two venues agreed that staff of one sees events of the other, or it was ended early.
 *
 * @param agreed false when it ended
 */
public record SharingChanged(
        long agreement,
        String giver,
        String taker,
        String purpose,
        String contract,
        boolean agreed,
        String by,
        Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return agreement;
    }
}
