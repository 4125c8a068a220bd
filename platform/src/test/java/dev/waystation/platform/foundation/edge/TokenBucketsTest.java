package dev.waystation.platform.foundation.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private static final Instant START = Instant.parse("2026-11-16T01:00:00Z");

    private final TokenBuckets buckets = new TokenBuckets(5, 2, Duration.ofSeconds(1));

    @Test
    void givesAFullBucketAtOnceAndThenOneTokenPerPace() {
        for (int i = 0; i < 5; i++) {
            assertThat(buckets.take("a", START)).isZero();
        }
        assertThat(buckets.take("a", START)).isEqualTo(Duration.ofMillis(500));
        assertThat(buckets.take("a", START.plusMillis(499))).isEqualTo(Duration.ofMillis(1));
        assertThat(buckets.take("a", START.plusMillis(500))).isZero();
        assertThat(buckets.take("a", START.plusMillis(500))).isPositive();
    }

    @Test
    void neverHoldsMoreThanItsDepth() {
        assertThat(taken("a", START)).isEqualTo(5);
        assertThat(taken("a", START.plusSeconds(3600))).isEqualTo(5);
    }

    @Test
    void keepsCallersApart() {
        assertThat(taken("a", START)).isEqualTo(5);
        assertThat(taken("b", START)).isEqualTo(5);
    }

    private int taken(String caller, Instant at) {
        int taken = 0;
        while (buckets.take(caller, at).isZero()) {
            taken++;
        }
        return taken;
    }
}
