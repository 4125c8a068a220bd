package dev.waystation.platform.foundation.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.testkit.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldClockTest {

    private static final Instant SPRING = Instant.parse("2027-02-06T00:00:00Z");

    private final SimulatedClock machine = SimulatedClock.at("2026-11-16T01:00:00Z");
    private final List<WorldClock.Reading> kept = new ArrayList<>();

    @Test
    void ticksFromTheChosenInstantAndGoesOnAfterARestart() {
        WorldClock clock = simulated(new WorldClock.Reading(SPRING, machine.instant(), true));
        machine.advance(Duration.ofMinutes(10));
        clock.advance(Duration.ofHours(24));
        Instant moved = SPRING.plus(Duration.ofHours(24)).plus(Duration.ofMinutes(10));
        assertThat(clock.instant()).isEqualTo(moved);
        machine.advance(Duration.ofMinutes(1));
        WorldClock restarted = simulated(kept.getLast());
        assertThat(restarted.instant()).isEqualTo(moved.plus(Duration.ofMinutes(1)));
    }

    @Test
    void standsStillWhenFrozenUntilItIsMoved() {
        WorldClock clock = simulated(new WorldClock.Reading(SPRING, machine.instant(), false));
        machine.advance(Duration.ofDays(3));
        assertThat(clock.instant()).isEqualTo(SPRING);
        clock.advance(Duration.ofMinutes(5));
        assertThat(clock.instant()).isEqualTo(SPRING.plus(Duration.ofMinutes(5)));
    }

    @Test
    void neverRunsBackwards() {
        WorldClock clock = simulated(new WorldClock.Reading(SPRING, machine.instant(), false));
        clock.moveTo(SPRING.minusSeconds(1));
        assertThat(clock.instant()).isEqualTo(SPRING);
    }

    @Test
    void cannotBeMovedWhenItIsReal() {
        assertThatThrownBy(() -> WorldClock.real(machine).advance(Duration.ofHours(1)))
                .hasMessageContaining("real clock");
    }

    @Test
    void beginsAtAnInstantATimeOfTodayOrNow() {
        Instant now = machine.instant();
        assertThat(ClockWiring.first(machine, "", true).worldAt()).isEqualTo(now);
        assertThat(ClockWiring.first(machine, SPRING.toString(), true).worldAt()).isEqualTo(SPRING);
        // 01:00 in Greenwich is 09:00 in Shanghai of the same day.
        assertThat(ClockWiring.first(machine, "06:00", true).worldAt())
                .isEqualTo(now.minus(Duration.ofHours(3)));
        assertThatThrownBy(() -> ClockWiring.first(machine, "dawn", true))
                .hasMessageContainingAll("waystation.clock.start", "dawn", "Maybe write");
    }

    private WorldClock simulated(WorldClock.Reading reading) {
        return WorldClock.simulated(machine, reading, kept::add);
    }
}
