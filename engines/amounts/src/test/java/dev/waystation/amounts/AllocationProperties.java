package dev.waystation.amounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationProperties {

    private static final int ROUNDS = 20_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 20_261_122, 123_456_789})
    void partsSumToTheTotalAndStayWithinOneOfTheirQuota(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < ROUNDS; round++) {
            long total = random.nextLong() >> random.nextInt(64);
            long[] weights = weights(random);
            long[] parts = Allocation.byWeights(total, weights);
            assertThat(sum(parts)).isEqualByComparingTo(BigDecimal.valueOf(total));
            BigDecimal weightSum = sum(weights);
            for (int i = 0; i < parts.length; i++) {
                BigDecimal product =
                        BigDecimal.valueOf(total).multiply(BigDecimal.valueOf(weights[i]));
                BigDecimal down = product.divide(weightSum, 0, RoundingMode.DOWN);
                BigDecimal up = product.divide(weightSum, 0, RoundingMode.UP);
                assertThat(BigDecimal.valueOf(parts[i]).abs())
                        .as("%d by %s", total, Arrays.toString(weights))
                        .isBetween(down.abs(), up.abs());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 20_261_122})
    void aRefundIsSplitAsThePaymentWas(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < ROUNDS; round++) {
            long total = random.nextInt();
            long[] weights = weights(random);
            long[] paid = Allocation.byWeights(total, weights);
            long[] returned = Allocation.byWeights(-total, weights);
            assertThat(returned).isEqualTo(Arrays.stream(paid).map(part -> -part).toArray());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 20_261_122})
    void evenPartsDifferByAtMostOneAndTheEarlierAreLarger(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < ROUNDS; round++) {
            long[] parts = Allocation.evenly(random.nextInt(1_000_000), random.nextInt(1, 40));
            assertThat(parts[0] - parts[parts.length - 1]).isBetween(0L, 1L);
            assertThat(parts).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        }
    }

    private static long[] weights(RandomGenerator random) {
        long[] weights = new long[random.nextInt(1, 12)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] =
                    random.nextInt(4) == 0
                            ? 0
                            : random.nextLong(Long.MAX_VALUE) >> random.nextInt(63);
        }
        weights[random.nextInt(weights.length)] = random.nextLong(1, 1_000);
        return weights;
    }

    private static BigDecimal sum(long[] values) {
        return Arrays.stream(values)
                .mapToObj(BigDecimal::valueOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
