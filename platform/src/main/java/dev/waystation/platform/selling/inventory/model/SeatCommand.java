package dev.waystation.platform.selling.inventory.model;

import dev.waystation.platform.selling.inventory.HoldRequest;
import dev.waystation.platform.selling.inventory.SeatLabel;
import dev.waystation.release.LimitSet;
import java.time.Instant;
import java.util.UUID;

/** What can be asked of a run. Time is part of the command, so a replay decides the same. */
public sealed interface SeatCommand {

    RunLayout layout();

    /** Brings the run into memory and shows it to readers. */
    record Load(RunLayout layout) implements SeatCommand {}

    /** Lets go of a run nobody needs in memory any more; its journal brings it back. */
    record Forget(RunLayout layout) implements SeatCommand {}

    record Hold(RunLayout layout, HoldRequest request, Instant now) implements SeatCommand {}

    record Confirm(RunLayout layout, UUID holdRef, Instant now) implements SeatCommand {}

    record Release(RunLayout layout, UUID holdRef, String cause, Instant now)
            implements SeatCommand {}

    /** Gives back one seat of a party; the others stay. */
    record ReleaseSeat(RunLayout layout, UUID holdRef, SeatLabel seat, String cause, Instant now)
            implements SeatCommand {}

    record Expire(RunLayout layout, UUID holdRef, Instant now) implements SeatCommand {}

    record Limit(RunLayout layout, String seatClass, String stepKey, LimitSet limits, Instant now)
            implements SeatCommand {}
}
