package dev.waystation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Refunds and revenue as published, to the last digit. */
class StoredValueCasesTest {

    @Test
    @Capability("L75")
    void aCardToppedUpWith3000And1000GiftAndUsedFor3594Owes304Yuan50() {
        RatioRefund refund = RatioRefund.of(300_000, 100_000, 359_400);
        assertThat(refund.usedOfPaid()).isEqualTo(269_550);
        assertThat(refund.refund()).isEqualTo(30_450);
    }

    @Test
    void aRatioRefundIsNeverNegativeAndNeverMoreThanWasPaid() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            long paid = random.nextLong(1, 1_000_000);
            long gift = random.nextLong(0, 1_000_000);
            long used = random.nextLong(0, paid + gift + 1);
            assertThat(RatioRefund.of(paid, gift, used).refund()).isBetween(0L, paid);
        }
        assertThat(RatioRefund.of(1_000, 200, 0).refund()).isEqualTo(1_000);
        assertThat(RatioRefund.of(1_000, 200, 1_200).refund()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Tenders.RefundOrder.class)
    @Capability("L76")
    void refundsLineByLineGiveEveryTenderExactlyWhatItPaid(Tenders.RefundOrder order) {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 1_000; round++) {
            List<Long> left = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                left.add(random.nextLong(0, 5_000));
            }
            List<Long> paid = List.copyOf(left);
            long outstanding = sum(left);
            long[] back = new long[4];
            while (outstanding > 0) {
                long amount = random.nextLong(1, outstanding + 1);
                long[] parts = Tenders.refund(left, amount, order);
                for (int i = 0; i < 4; i++) {
                    assertThat(parts[i]).isBetween(0L, left.get(i));
                    left.set(i, left.get(i) - parts[i]);
                    back[i] += parts[i];
                }
                assertThat(outstanding - sum(left)).isEqualTo(amount);
                outstanding -= amount;
            }
            assertThat(back).containsExactly(paid.stream().mapToLong(Long::longValue).toArray());
        }
    }

    @Test
    @Capability("L76")
    void theOrderSaysWhichTenderIsRefundedFirst() {
        List<Long> cashThenCard = List.of(6_000L, 4_000L);
        assertThat(Tenders.refund(cashThenCard, 5_000, Tenders.RefundOrder.FIRST))
                .containsExactly(5_000, 0);
        assertThat(Tenders.refund(cashThenCard, 5_000, Tenders.RefundOrder.LAST))
                .containsExactly(1_000, 4_000);
        assertThat(Tenders.refund(cashThenCard, 5_000, Tenders.RefundOrder.RATIO))
                .containsExactly(3_000, 2_000);
    }

    @Test
    void revenueFollowsRedemptionOverAnExpectationThatChanges() {
        long first = DeferredRevenue.earned(9_000, 4_500, 9_700);
        assertThat(first).isEqualTo(4_175);
        assertThat(DeferredRevenue.earned(9_000, 8_500, 9_900) - first).isEqualTo(3_552);
        assertThat(DeferredRevenue.earned(9_000, 8_500, 9_200) - first).isEqualTo(4_140);
    }

    @Test
    void aSaleOf100000With10000PointsSplitsAndIsEarnedAsTheStandardsExampleSays() {
        long points = DeferredRevenue.allocated(100_000, 100_000, 9_500);
        assertThat(points).isEqualTo(8_676);
        long first = DeferredRevenue.earned(points, 4_500, 9_500);
        assertThat(first).isEqualTo(4_110);
        assertThat(DeferredRevenue.earned(points, 8_500, 9_700) - first).isEqualTo(3_493);
    }

    private static long sum(List<Long> parts) {
        return parts.stream().mapToLong(Long::longValue).sum();
    }
}
