package dev.waystation.platform.selling.inventory;

import dev.waystation.platform.foundation.edge.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What became of a wish for seats. */
public sealed interface HoldOutcome {

    /** Seats in the order of the passengers. */
    record Held(UUID holdRef, List<SeatLabel> seats, Instant expiresAt) implements HoldOutcome {}

    record Refused(InventoryRefusal code, Explanation why) implements HoldOutcome {}
}
