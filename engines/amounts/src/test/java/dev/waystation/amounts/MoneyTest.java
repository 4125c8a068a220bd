package dev.waystation.amounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void addsAndSubtractsInMinorUnits() {
        assertThat(Money.yuan(55_300).plus(Money.yuan(1))).isEqualTo(Money.yuan(55_301));
        assertThat(Money.yuan(55_300).minus(Money.yuan(55_301))).isEqualTo(Money.yuan(-1));
    }

    @Test
    void refusesToMixCurrencies() {
        assertThatThrownBy(() -> Money.yuan(1).plus(new Money(1, "EUR")))
                .hasMessage("cannot put CNY and EUR into one sum");
        assertThatThrownBy(() -> Money.yuan(1).compareTo(new Money(1, "EUR")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesACurrencyThatIsNoCode() {
        assertThatThrownBy(() -> new Money(1, "yuan")).hasMessageContaining("ISO 4217");
    }

    @Test
    void throwsInsteadOfWrappingAround() {
        assertThatThrownBy(() -> Money.yuan(Long.MAX_VALUE).plus(Money.yuan(1)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.yuan(Long.MIN_VALUE).negate())
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void roundsAShareOnceHalfAwayFromZero() {
        assertThat(Money.yuan(1_010).times(Share.percent(5))).isEqualTo(Money.yuan(51));
        assertThat(Money.yuan(-1_010).times(Share.percent(5))).isEqualTo(Money.yuan(-51));
        assertThat(Money.yuan(1_009).times(Share.percent(5))).isEqualTo(Money.yuan(50));
    }

    @Test
    void splitsAnOrderSoThatNoFenIsLost() {
        assertThat(Money.yuan(100).allocate(1, 1, 1))
                .containsExactly(Money.yuan(34), Money.yuan(33), Money.yuan(33));
        assertThat(Money.yuan(-100).allocate(1, 1, 1))
                .containsExactly(Money.yuan(-34), Money.yuan(-33), Money.yuan(-33));
    }

    @Test
    void readsAsPeopleWriteIt() {
        assertThat(Money.yuan(55_300)).hasToString("553.00 CNY");
        assertThat(new Money(-5, "JPY")).hasToString("-5 JPY");
    }

    @Test
    void earnsFivePointsAYuanAndFifteenForSeniors() {
        assertThat(new EarnRate(5, 100).on(Money.yuan(55_350))).isEqualTo(new Points(2_768));
        assertThat(new EarnRate(15, 100).on(Money.yuan(55_350))).isEqualTo(new Points(8_303));
    }

    @Test
    void roundsRateAndMultiplierTogether() {
        // 10 fen at 5 a yuan is half a point: rounding twice would give 2, once gives 1
        assertThat(new EarnRate(5, 100).on(Money.yuan(10), new Share(3, 2)))
                .isEqualTo(new Points(1));
    }

    @Test
    void keepsSharesInLowestTerms() {
        assertThat(Share.permille(125)).isEqualTo(new Share(1, 8));
        assertThat(Share.basisPoints(2_000)).isEqualTo(Share.percent(20));
        assertThat(Share.percent(20).rest()).isEqualTo(Share.percent(80));
        assertThat(Share.percent(50).times(Share.percent(50))).isEqualTo(Share.percent(25));
        assertThat(Share.percent(50).plus(Share.permille(125))).isEqualTo(new Share(5, 8));
        assertThat(Share.percent(5)).isLessThan(Share.percent(10));
    }

    @Test
    void refusesWeightsThatSplitNothing() {
        assertThatThrownBy(() -> Allocation.byWeights(5, 0, 0))
                .hasMessage("at least one weight must be positive");
        assertThatThrownBy(() -> Allocation.byWeights(5, 1, -1)).hasMessageContaining("(-1)");
    }
}
