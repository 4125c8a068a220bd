package dev.waystation.platform.foundation.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one clock of the platform. Either the real one, or a simulated one that ticks from a chosen
 * instant, or one that stands still; only a simulated clock can be moved, and only forward.
 */
public final class WorldClock extends Clock {

    /** The world showed {@code worldAt} when the machine showed {@code machineAt}. */
    record Reading(Instant worldAt, Instant machineAt, boolean ticking) {}

    /** Keeps the reading, so that a restart does not turn time back. */
    interface Keeper {
        void keep(Reading reading);
    }

    private final Clock machine;
    private final AtomicReference<Reading> reading;
    private final boolean simulated;
    private final Keeper keeper;
    private final ZoneId zone;

    private WorldClock(
            Clock machine,
            AtomicReference<Reading> reading,
            boolean simulated,
            Keeper keeper,
            ZoneId zone) {
        this.machine = machine;
        this.reading = reading;
        this.simulated = simulated;
        this.keeper = keeper;
        this.zone = zone;
    }

    static WorldClock real(Clock machine) {
        Instant now = machine.instant();
        Reading same = new Reading(now, now, true);
        return new WorldClock(
                machine, new AtomicReference<>(same), false, kept -> {}, VenueZone.DEFAULT);
    }

    static WorldClock simulated(Clock machine, Reading start, Keeper keeper) {
        return new WorldClock(
                machine, new AtomicReference<>(start), true, keeper, VenueZone.DEFAULT);
    }

    public boolean simulated() {
        return simulated;
    }

    /** Moves the world to a later instant; earlier ones are ignored, time never runs back. */
    public void moveTo(Instant target) {
        if (!simulated) {
            throw new IllegalStateException("The real clock cannot be moved to " + target);
        }
        Reading moved =
                reading.updateAndGet(old ->
                        target.isAfter(at(old))
                                ? new Reading(target, machine.instant(), old.ticking())
                                : old);
        keeper.keep(moved);
    }

    public void advance(Duration by) {
        moveTo(instant().plus(by));
    }

    @Override
    public Instant instant() {
        return simulated ? at(reading.get()) : machine.instant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new WorldClock(machine, reading, simulated, keeper, other);
    }

    private Instant at(Reading kept) {
        return kept.ticking()
                ? kept.worldAt().plus(Duration.between(kept.machineAt(), machine.instant()))
                : kept.worldAt();
    }
}
