package dev.waystation.platform.members.games;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.games.model.Prize;
import dev.waystation.platform.members.games.model.SpinSeed;
import dev.waystation.platform.members.games.model.Wheel;
import dev.waystation.testkit.Capability;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The engine's chance against the stated odds. */
class WheelTest {

    private static final int SPINS = 60_000;
    // Chi-square with four degrees of freedom passes this once in ten thousand seeds.
    private static final double LIMIT = 23.5;

    private static final Wheel WHEEL =
            new Wheel(
                    List.of(
                            prize(1, 100),
                            prize(2, 400),
                            prize(3, 1_500),
                            prize(4, 3_000),
                            prize(5, 5_000)));

    private final SpinSeed seed =
            new SpinSeed("a seed for this test".getBytes(StandardCharsets.UTF_8));

    @Test
    @Capability("L60")
    void theWheelGivesWhatItsOddsSay() {
        long[] counts = new long[5];
        SplittableRandom references = new SplittableRandom(7);
        for (long n = 1; n <= SPINS; n++) {
            UUID reference = new UUID(references.nextLong(), references.nextLong());
            counts[WHEEL.at(seed.roll(1, n, reference, WHEEL.total())).nth() - 1]++;
        }
        assertThat(chiSquare(counts)).isLessThan(LIMIT);
    }

    /** The control: a wheel that gives the first prize a quarter less often is found out. */
    @Test
    void controlAWheelThatHoldsBackIsFound() {
        long[] counts = new long[5];
        SplittableRandom chance = new SplittableRandom(7);
        for (long n = 1; n <= SPINS; n++) {
            Prize prize = WHEEL.at(chance.nextLong(WHEEL.total()));
            boolean heldBack = prize.nth() <= 2 && chance.nextInt(4) == 0;
            counts[heldBack ? 4 : prize.nth() - 1]++;
        }
        assertThat(chiSquare(counts)).isGreaterThan(LIMIT);
    }

    @Test
    @Capability("L60")
    void theSameSpinRollsTheSameAndAnotherSeedAnother() {
        UUID reference = new UUID(1, 2);
        long roll = seed.roll(1, 9, reference, 1_000_000_007L);
        assertThat(seed.roll(1, 9, reference, 1_000_000_007L)).isEqualTo(roll);
        SpinSeed other = new SpinSeed("another".getBytes(StandardCharsets.UTF_8));
        assertThat(other.roll(1, 9, reference, 1_000_000_007L)).isNotEqualTo(roll);
        assertThat(other.commitment()).hasSize(64).isNotEqualTo(seed.commitment());
    }

    private static double chiSquare(long[] counts) {
        double sum = 0;
        for (Prize prize : WHEEL.prizes()) {
            double expected = (double) SPINS * prize.weight() / WHEEL.total();
            double off = counts[prize.nth() - 1] - expected;
            sum += off * off / expected;
        }
        return sum;
    }

    private static Prize prize(int nth, int weight) {
        return new Prize(nth, Said.same("prize " + nth), weight, 0, null, 1, null, null);
    }
}
