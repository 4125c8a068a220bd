package dev.waystation.ledger;

import dev.waystation.amounts.Allocation;
import java.util.List;

/** What an order was paid with, and how refunds go back to the same tenders. */
public final class Tenders {

    /** Which tender a refund goes to. */
    public enum RefundOrder {
        /** The one paid with first. */
        FIRST,
        /** The one paid with last. */
        LAST,
        /** All, by what is left of each. */
        RATIO
    }

    private Tenders() {}

    /**
     * Splits a refund over the tenders. Whatever the order, all refunds of an order together give
     * every tender exactly what it paid, and none more.
     *
     * @param left what each tender paid and did not get back yet, in the order of payment
     * @return one part per tender
     */
    public static long[] refund(List<Long> left, long amount, RefundOrder order) {
        long sum = left.stream().mapToLong(Long::longValue).sum();
        if (amount < 0 || amount > sum) {
            throw new IllegalArgumentException("refund %d exceeds %d".formatted(amount, sum));
        }
        long[] parts = new long[left.size()];
        if (amount == 0) {
            return parts;
        }
        if (order == RefundOrder.RATIO) {
            return Allocation.byWeights(amount, left.stream().mapToLong(Long::longValue).toArray());
        }
        long rest = amount;
        for (int i = 0; i < parts.length; i++) {
            int at = order == RefundOrder.FIRST ? i : parts.length - 1 - i;
            parts[at] = Math.min(rest, left.get(at));
            rest -= parts[at];
        }
        return parts;
    }
}
