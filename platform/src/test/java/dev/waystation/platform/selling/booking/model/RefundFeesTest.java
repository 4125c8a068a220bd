package dev.waystation.platform.selling.booking.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.amounts.Money;
import dev.waystation.amounts.Share;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundFeesTest {

    private final RefundFees fees =
            new RefundFees(
                    List.of(
                            new RefundFees.Tier(Duration.ZERO, Share.permille(200)),
                            new RefundFees.Tier(Duration.ofDays(8), Share.NONE),
                            new RefundFees.Tier(Duration.ofHours(24), Share.permille(100)),
                            new RefundFees.Tier(Duration.ofHours(48), Share.permille(50))));

    @ParameterizedTest(name = "{0} s before departure costs {1}")
    @Capability("S21")
    @CsvSource({
        "691201, 0", "691200, 0", "691199, 2765",
        "172801, 2765", "172800, 2765", "172799, 5530",
        "86401, 5530", "86400, 5530", "86399, 11060",
        "1, 11060", "0, 11060", "-1, 55300"
    })
    void feeChangesExactlyAtTheSecondOfEachTier(long secondsBefore, long feeMinor) {
        assertThat(fees.fee(Money.yuan(55_300), Duration.ofSeconds(secondsBefore)))
                .isEqualTo(Money.yuan(feeMinor));
    }
}
