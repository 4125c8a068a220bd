package dev.waystation.platform.selling.inventory;

import dev.waystation.platform.foundation.edge.Explanation;
import java.util.List;
import java.util.UUID;

/** What became of a confirmation. */
public sealed interface ConfirmOutcome {

    /**
     * Sold.
     *
     * @param retaken whether the hold had expired and seats had to be taken again
     */
    record Confirmed(UUID holdRef, List<SeatLabel> seats, boolean retaken)
            implements ConfirmOutcome {}

    record Refused(InventoryRefusal code, Explanation why) implements ConfirmOutcome {}
}
