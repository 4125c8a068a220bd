package dev.waystation.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeededTest {

    @Test
    void sameSeedDrawsTheSameSequence() {
        List<Integer> first = new Draw(7).listOf(20, 20, draw -> draw.between(1, 100));
        List<Integer> second = new Draw(7).listOf(20, 20, draw -> draw.between(1, 100));
        assertThat(first).isEqualTo(second).allMatch(value -> value >= 1 && value <= 100);
    }

    @Test
    void everyRunHasItsOwnSeed() {
        List<Long> seeds = new ArrayList<>();
        Seeded.runs(5, draw -> seeds.add(draw.seed()));
        assertThat(seeds).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void failureNamesTheSeedThatReplaysIt() {
        assertThatThrownBy(() ->
                        Seeded.runs(
                                3,
                                draw -> {
                                    throw new IllegalStateException("planted");
                                }))
                .hasMessageContaining("-Dwaystation.seed=")
                .hasMessageContaining("planted");
    }

    @Test
    void simulatedClockMovesOnlyWhenTold() {
        SimulatedClock clock = SimulatedClock.at("2026-11-16T01:00:00Z");
        var elsewhere = clock.withZone(ZoneOffset.UTC);
        clock.advance(Duration.ofMinutes(5));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-16T01:05:00Z"));
        assertThat(elsewhere.instant()).isEqualTo(clock.instant());
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
