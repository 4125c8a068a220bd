package dev.waystation.amounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fast arithmetic against {@link BigDecimal}, on numbers of every magnitude and on the edges. */
class AmountsAgainstReference {

    private static final int ROUNDS = 100_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_122, 987_654_321})
    void roundsLikeBigDecimalHalfUp(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < ROUNDS; i++) {
            long value = anyLong(random);
            long numerator = anyLong(random);
            long denominator = Math.max(1, anyLong(random) & Long.MAX_VALUE);
            BigInteger expected =
                    new BigDecimal(value)
                            .multiply(new BigDecimal(numerator))
                            .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_UP)
                            .toBigIntegerExact();
            if (expected.bitLength() < 64) {
                assertThat(Rounding.halfUp(value, numerator, denominator))
                        .as("%d * %d / %d", value, numerator, denominator)
                        .isEqualTo(expected.longValueExact());
            } else {
                assertThat(overflows(value, numerator, denominator))
                        .as("%d * %d / %d", value, numerator, denominator)
                        .isTrue();
            }
        }
    }

    private static boolean overflows(long value, long numerator, long denominator) {
        try {
            Rounding.halfUp(value, numerator, denominator);
            return false;
        } catch (ArithmeticException expected) {
            return true;
        }
    }

    private static long anyLong(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> Long.MAX_VALUE - random.nextInt(3);
            case 1 -> Long.MIN_VALUE + random.nextInt(3);
            case 2 -> random.nextInt(-3, 4);
            default -> random.nextLong() >> random.nextInt(64);
        };
    }
}
