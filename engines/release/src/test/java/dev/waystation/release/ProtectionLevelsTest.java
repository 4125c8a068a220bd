package dev.waystation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waystation.release.ProtectionLevels.FareClass;
import dev.waystation.statistics.Normal;
import dev.waystation.testkit.Capability;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The six-class example of Fiig and others, 2010, with its published levels. */
@Capability("S44")
class ProtectionLevelsTest {

    private static final double[] FARES = {1200, 1000, 800, 600, 400, 200};
    private static final double[] MEANS = {31.2, 10.9, 14.8, 19.9, 26.9, 36.3};
    private static final double[] DEVIATIONS = {11.2, 6.6, 7.7, 8.9, 10.4, 12};

    private final List<FareClass> classes =
            IntStream.range(0, 6)
                    .mapToObj(i -> new FareClass(FARES[i], new Normal(MEANS[i], DEVIATIONS[i])))
                    .toList();

    @Test
    void differentiatedFaresGiveThePublishedLevels() {
        List<Double> levels = ProtectionLevels.emsrB(classes);
        assertThat(levels.stream().map(Math::round).toList())
                .containsExactly(0L, 20L, 35L, 54L, 80L, 117L);
        double[] precise = {0, 20.365, 35.405, 54.339, 80.074, 117.436};
        for (int i = 0; i < precise.length; i++) {
            assertThat(levels.get(i)).isCloseTo(precise[i], within(0.0005));
        }
    }

    @Test
    void undifferentiatedFaresGiveThePublishedLevelsAndCloseTheCheapClasses() {
        List<OptionalDouble> levels = ProtectionLevels.emsrBUndifferentiated(classes);
        assertThat(levels.stream().limit(4).map(level -> Math.round(level.orElse(-1))).toList())
                .containsExactly(0L, 35L, 52L, 84L);
        assertThat(levels.subList(4, 6)).containsOnly(OptionalDouble.empty());
    }

    @Test
    void withTwoClassesEmsrBIsLittlewoodsRule() {
        assertThat(ProtectionLevels.emsrB(classes.subList(0, 2)).get(1))
                .isEqualTo(ProtectionLevels.littlewood(classes.getFirst(), 1000));
    }

    @Test
    void littlewoodBalancesTheTwoFaresAtTheMargin() {
        FareClass dear = new FareClass(553, new Normal(80, 25));
        double level = ProtectionLevels.littlewood(dear, 263);
        assertThat(553 * dear.demand().above(level)).isCloseTo(263, within(1e-9));
    }

    @Test
    void nothingIsProtectedFromAFareAsHigh() {
        assertThat(ProtectionLevels.littlewood(classes.getFirst(), 1200)).isZero();
    }
}
