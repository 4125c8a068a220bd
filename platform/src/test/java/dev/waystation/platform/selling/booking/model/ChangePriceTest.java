package dev.waystation.platform.selling.booking.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.amounts.Money;
import dev.waystation.amounts.Share;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.selling.booking.model.ChangeRules.Cheaper;
import dev.waystation.platform.selling.booking.model.ChangeRules.FeeTier;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangePriceTest {

    private static final RefundFees REFUND_FEES =
            new RefundFees(
                    List.of(
                            new RefundFees.Tier(Duration.ofDays(2), Share.permille(50)),
                            new RefundFees.Tier(Duration.ZERO, Share.permille(200))));

    /** Of a ticket of 553 yuan, at and around every boundary second. */
    @ParameterizedTest
    @CsvSource({
        "P30D,      0",
        "PT48H1S,   0",
        "PT48H,     0",
        "PT47H59M59.999S, 2765",
        "PT47H59M59S, 2765",
        "PT24H1S,   2765",
        "PT24H,     2765",
        "PT23H59M59.999S, 8295",
        "PT23H59M59S, 8295",
        "PT1S,      8295",
        "PT0S,      8295"
    })
    @Capability("S23")
    void aFeeTierHoldsFromExactlyItsSecondOn(Duration before, long fee) {
        assertThat(ChangeRules.USUAL.fee(Money.yuan(55_300), before)).isEqualTo(Money.yuan(fee));
    }

    @Test
    void aDearerTicketAddsTheDifferenceAndAnUpgradeCostsNoFeeByTheUsualRules() {
        Duration day = Duration.ofHours(20);
        ChangePrice other = price(10_000, 12_000, day, false, Cheaper.RETURNED_WHOLE, true);
        assertThat(other.due()).isEqualTo(Money.yuan(2_000 + 1_500));
        ChangePrice upgrade = price(10_000, 12_000, day, true, Cheaper.RETURNED_WHOLE, true);
        assertThat(upgrade.due()).isEqualTo(Money.yuan(2_000));
        assertThat(upgrade.less(500).due()).isEqualTo(Money.yuan(1_500));
        assertThat(upgrade.less(500).newFare()).isEqualTo(Money.yuan(11_500));
    }

    @ParameterizedTest
    @CsvSource({
        "RETURNED_WHOLE, true, 4000, 0",
        "RETURNED_LESS_REFUND_FEE, true, 3200, 800",
        "KEPT, true, 0, 4000",
        "RETURNED_WHOLE, false, 0, 4000"
    })
    void aCheaperTicketReturnsTheDifferenceByTheRule(
            Cheaper rule, boolean returnable, long returned, long kept) {
        ChangePrice price = price(10_000, 6_000, Duration.ofHours(20), false, rule, returnable);
        assertThat(price.returned()).isEqualTo(Money.yuan(returned));
        assertThat(price.kept()).isEqualTo(Money.yuan(kept));
        assertThat(price.due()).isEqualTo(price.fee()).isEqualTo(Money.yuan(1_500));
    }

    /** Whatever the fares: nothing of the old fare is lost, nothing of the new one is unpaid. */
    @Test
    @Capability("S24")
    void bothFaresAddUpToTheUnit() {
        Random random = new Random(58);
        for (int i = 0; i < 20_000; i++) {
            long old = random.nextLong(0, 200_000);
            long wanted = random.nextLong(0, 200_000);
            Cheaper rule = List.of(Cheaper.values()).get(random.nextInt(3));
            ChangePrice price =
                    price(
                            old,
                            wanted,
                            Duration.ofSeconds(random.nextLong(0, 400_000)),
                            random.nextBoolean(),
                            rule,
                            random.nextBoolean());
            assertThat(price.carried().plus(price.returned()).plus(price.kept()))
                    .isEqualTo(price.oldFare());
            assertThat(price.carried().plus(price.added())).isEqualTo(price.newFare());
            assertThat(price.due()).isEqualTo(price.added().plus(price.fee()));
            assertThat(price.returned().minor()).isNotNegative();
        }
    }

    @Test
    void rulesThatContradictThemselvesAreRefused() {
        assertThatThrownBy(() ->
                        new ChangeRules(
                                1, 1, 60, true, 30, true, true, Cheaper.KEPT, List.of(), List.of()))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() ->
                        new ChangeRules(
                                1,
                                1,
                                0,
                                true,
                                0,
                                true,
                                true,
                                Cheaper.KEPT,
                                List.of(new FeeTier(5, 1), new FeeTier(5, 2)),
                                List.of()))
                .isInstanceOf(Malformed.class);
    }

    private static ChangePrice price(
            long old,
            long wanted,
            Duration before,
            boolean upgrade,
            Cheaper rule,
            boolean returnable) {
        ChangeRules usual = ChangeRules.USUAL;
        ChangeRules rules =
                new ChangeRules(
                        usual.changes(),
                        usual.awardChanges(),
                        usual.untilMinutes(),
                        usual.destination(),
                        usual.destinationUntilMinutes(),
                        usual.upgradeFree(),
                        usual.coupons(),
                        rule,
                        usual.fees(),
                        usual.classes());
        return ChangePrice.of(
                rules,
                REFUND_FEES,
                Money.yuan(old),
                Money.yuan(wanted),
                before,
                upgrade,
                returnable);
    }
}
