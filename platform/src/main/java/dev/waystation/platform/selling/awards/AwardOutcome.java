package dev.waystation.platform.selling.awards;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.selling.inventory.SeatLabel;
import java.util.UUID;

/** The answer to an {@link AwardWish}. */
public sealed interface AwardOutcome {

    /**
     * The seat is the order's.
     *
     * @param holdRef its hold in inventory, to be confirmed when the points are taken
     */
    record Taken(UUID holdRef, SeatLabel seat, int pointsPerYuan) implements AwardOutcome {}

    record Refused(AwardRefusal code, Explanation why) implements AwardOutcome {}
}
