package dev.waystation.platform.selling.inventory.model;

import dev.waystation.platform.selling.inventory.InventoryRefusal;
import dev.waystation.platform.selling.inventory.SeatLabel;
import dev.waystation.release.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a command. The decision to be journalled, if there is one, comes beside it. */
public sealed interface Ruling {

    /** Seats are held or sold. */
    record Seated(List<SeatLabel> seats, Instant expiresAt, boolean retaken) implements Ruling {}

    /**
     * No seats.
     *
     * @param finding the figures it follows from, where figures decide
     */
    record Refused(InventoryRefusal code, @Nullable Finding finding, int partySize)
            implements Ruling {}

    /** Seats were freed, or there was nothing to free. */
    record Freed(int seatCount, boolean known) implements Ruling {}

    /** Nothing to say: loaded, limited, or already so. */
    record Done() implements Ruling {}
}
