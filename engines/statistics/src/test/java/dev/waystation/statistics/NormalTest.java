package dev.waystation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class NormalTest {

    private final Normal standard = new Normal(0, 1);

    @Test
    void distributionAgreesWithPublishedTables() {
        assertThat(standard.below(0)).isEqualTo(0.5);
        assertThat(standard.below(1)).isCloseTo(0.8413447460685429, within(1e-14));
        assertThat(standard.below(-2)).isCloseTo(0.02275013194817921, within(1e-14));
        assertThat(standard.above(6)).isCloseTo(9.86587645037698e-10, within(1e-22));
    }

    @Test
    void quantilesAgreeWithPublishedTables() {
        assertThat(standard.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-13));
        assertThat(standard.quantile(0.99)).isCloseTo(2.326347874040841, within(1e-13));
        assertThat(standard.upperQuantile(1e-20)).isCloseTo(9.262340089798409, within(1e-10));
    }

    @Test
    void quantileInvertsTheDistributionEverywhere() {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        for (int i = 0; i < 20_000; i++) {
            Normal demand = new Normal(chance.nextDouble(-50, 500), chance.nextDouble(0.1, 90));
            double share = chance.nextDouble(1e-9, 1 - 1e-9);
            assertThat(demand.below(demand.quantile(share))).isCloseTo(share, within(1e-12));
            assertThat(demand.above(demand.upperQuantile(share))).isCloseTo(share, within(1e-12));
        }
    }

    @Test
    void sumsAddMeansAndVariances() {
        assertThat(new Normal(31.2, 3).plus(new Normal(10.9, 4))).isEqualTo(new Normal(42.1, 5));
    }

    @Test
    void aDeviationOfZeroMeansCertainty() {
        Normal certain = new Normal(40, 0);
        assertThat(certain.below(39.9)).isZero();
        assertThat(certain.below(40)).isOne();
        assertThat(certain.above(40)).isZero();
        assertThat(certain.quantile(0.1)).isEqualTo(40);
    }

    @Test
    void impossibleParametersAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new Normal(0, -1)).hasMessageContaining("deviation (-1.0)");
        assertThatThrownBy(() -> new Normal(Double.NaN, 1)).hasMessageContaining("mean (NaN)");
        assertThatThrownBy(() -> standard.quantile(1.5)).hasMessageContaining("share (1.5)");
    }
}
