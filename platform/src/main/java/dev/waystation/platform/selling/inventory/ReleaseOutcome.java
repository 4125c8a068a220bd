package dev.waystation.platform.selling.inventory;

import java.util.UUID;

/** What became of giving seats back. */
public sealed interface ReleaseOutcome {

    record Released(UUID holdRef, int seatCount) implements ReleaseOutcome {}

    /** Nothing was held under the reference, or it is free already. */
    record NothingHeld(UUID holdRef) implements ReleaseOutcome {}
}
