package dev.waystation.platform.members.games.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wheel to spin.
 *
 * @param costPoints what a spin costs
 * @param perDay how often a member may spin in a day
 * @param commitment digest of the seed
 */
public record Draw(
        long id,
        Said name,
        long costPoints,
        int perDay,
        Instant opens,
        Instant closes,
        String commitment,
        Wheel wheel,
        long lastSequence,
        @Nullable Instant closedAt) {

    public Draw {
        Malformed.require(costPoints >= 0, "costPoints", costPoints, "give 0 or more");
        Malformed.require(perDay > 0 && perDay <= 100, "perDay", perDay, "give 1 to 100");
        Malformed.require(closes.isAfter(opens), "closes", closes, "give an instant after `opens`");
    }

    public boolean openAt(Instant at) {
        return closedAt == null && !at.isBefore(opens) && at.isBefore(closes);
    }
}
