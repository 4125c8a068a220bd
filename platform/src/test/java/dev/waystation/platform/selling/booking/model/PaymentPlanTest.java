package dev.waystation.platform.selling.booking.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.ledger.Tenders;
import dev.waystation.ledger.Tenders.RefundOrder;
import dev.waystation.platform.selling.booking.model.PaymentPlan.Kind;
import dev.waystation.testkit.Capability;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentPlanTest {

    private static final List<Long> FARES = List.of(3_333L, 3_333L, 3_334L);

    /** 100.00 paid with 60.00 cash and 4,000 points; line by line everything comes back exactly. */
    @Test
    @Capability("L76")
    void refundedLineByLineEveryTenderGetsExactlyWhatItPaid() {
        PaymentPlan plan = PaymentPlan.of(FARES, 4_000, 4_000, 0, RefundOrder.RATIO);
        assertThat(plan.cashMinor()).isEqualTo(6_000);
        long points = 0;
        long cash = 0;
        for (int line = 1; line <= 3; line++) {
            List<PaymentPlan.Part> parts = plan.ofLine(line);
            long[] back =
                    Tenders.refund(
                            parts.stream().map(PaymentPlan.Part::left).toList(),
                            FARES.get(line - 1),
                            plan.refundOrder());
            points += parts.get(0).amountOf(back[0]);
            cash += back[1];
        }
        assertThat(points).isEqualTo(4_000);
        assertThat(cash).isEqualTo(6_000);
    }

    @Test
    void theLinesOfEachTenderAddUpAndNoLineIsPaidTwice() {
        PaymentPlan plan = PaymentPlan.of(FARES, 12_345, 1_234, 2_345, RefundOrder.LAST);
        assertThat(sum(plan, Kind.POINTS)).isEqualTo(1_234);
        assertThat(sum(plan, Kind.STORED)).isEqualTo(2_345);
        assertThat(sum(plan, Kind.CASH)).isEqualTo(10_000 - 1_234 - 2_345);
        for (int line = 1; line <= 3; line++) {
            assertThat(plan.ofLine(line).stream().mapToLong(PaymentPlan.Part::minor).sum())
                    .isEqualTo(FARES.get(line - 1));
        }
        assertThat(
                        plan.parts().stream()
                                .filter(each -> each.kind() == Kind.POINTS)
                                .mapToLong(PaymentPlan.Part::amount)
                                .sum())
                .isEqualTo(12_345);
    }

    private static long sum(PaymentPlan plan, Kind kind) {
        return plan.parts().stream()
                .filter(each -> each.kind() == kind)
                .mapToLong(PaymentPlan.Part::minor)
                .sum();
    }
}
