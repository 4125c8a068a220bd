package dev.waystation.platform.insight.analytics.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The money of one day, told three times: by orders, by the payment provider, by the ledger of
 * facts that every figure is counted from. All in minor units, returns taken off.
 *
 * @param otherMinor captured for passes, park entries and rewards, whose orders live elsewhere
 */
public record MoneyMatch(
        LocalDate day,
        long orders,
        long matched,
        long orderMinor,
        long paidMinor,
        long bookedMinor,
        long otherMinor,
        List<Line> differences) {

    /** What does not fit. */
    public enum Difference {
        /** Sold, but no money came. */
        NO_PAYMENT,
        /** Money came and stayed for an order that sold nothing. */
        NOTHING_SOLD,
        /** The provider has another amount than the order. */
        AMOUNT_DIFFERS,
        /** The ledger has another amount than the order. */
        LEDGER_DIFFERS
    }

    /** One order, three amounts. */
    public record Line(
            @Nullable String orderId,
            String memberId,
            Instant at,
            long orderMinor,
            long paidMinor,
            long bookedMinor,
            List<Difference> differences) {}

    public MoneyMatch {
        differences = List.copyOf(differences);
    }

    /** Judges one order; empty when the three agree. */
    public static List<Difference> judge(long order, long paid, long booked) {
        var found = new ArrayList<Difference>();
        if (order != 0 && paid == 0) {
            found.add(Difference.NO_PAYMENT);
        } else if (order == 0 && paid != 0) {
            found.add(Difference.NOTHING_SOLD);
        } else if (order != paid) {
            found.add(Difference.AMOUNT_DIFFERS);
        }
        if (order != booked) {
            found.add(Difference.LEDGER_DIFFERS);
        }
        return found;
    }
}
