package dev.waystation.platform.selling.booking.model;

import dev.waystation.amounts.Money;
import java.time.Duration;

/**
 * What a change costs. The old fare is carried over, returned or kept, to the unit; the new fare is
 * what was carried and what is added.
 *
 * @param added what the new ticket costs more
 * @param carried what of the old ticket pays the new one
 * @param returned what goes back because the new ticket costs less
 * @param kept what of that difference the rules keep
 */
public record ChangePrice(
        Money oldFare,
        Money newFare,
        Money fee,
        Money added,
        Money carried,
        Money returned,
        Money kept) {

    /**
     * @param before time left before the old train departs
     * @param upgrade a better class on the same train
     * @param returnable whether anything of the old ticket may go back at all
     */
    public static ChangePrice of(
            ChangeRules rules,
            RefundFees refundFees,
            Money oldFare,
            Money newFare,
            Duration before,
            boolean upgrade,
            boolean returnable) {
        Money none = Money.zero(oldFare.currency());
        Money fee = upgrade && rules.upgradeFree() ? none : rules.fee(oldFare, before);
        if (newFare.compareTo(oldFare) >= 0) {
            return new ChangePrice(
                    oldFare, newFare, fee, newFare.minus(oldFare), oldFare, none, none);
        }
        Money less = oldFare.minus(newFare);
        Money back =
                !returnable
                        ? none
                        : switch (rules.cheaper()) {
                            case RETURNED_WHOLE -> less;
                            case RETURNED_LESS_REFUND_FEE ->
                                    less.minus(refundFees.fee(less, before));
                            case KEPT -> none;
                        };
        return new ChangePrice(oldFare, newFare, fee, none, newFare, back, less.minus(back));
    }

    /** What is to be paid now. */
    public Money due() {
        return added.plus(fee);
    }

    /** A coupon pays of what the new ticket costs more. */
    public ChangePrice less(long discountMinor) {
        Money off = new Money(discountMinor, added.currency());
        return new ChangePrice(
                oldFare, newFare.minus(off), fee, added.minus(off), carried, returned, kept);
    }
}
