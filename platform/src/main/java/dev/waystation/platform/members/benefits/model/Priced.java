package dev.waystation.platform.members.benefits.model;

import dev.waystation.platform.members.benefits.CouponRefusal;
import java.util.List;
import java.util.Map;

/**
 * The price of a cart with coupons.
 *
 * @param payMinor what each line costs in the end, by key
 * @param exact whether every combination was compared; otherwise the largest discounts were taken
 *     first
 */
public record Priced(
        long originalMinor,
        long discountMinor,
        List<Applied> applied,
        List<Skipped> skipped,
        Map<String, Long> payMinor,
        boolean exact) {

    /** A coupon that counts, with its discount on each line by key; the parts sum to the whole. */
    public record Applied(Offer offer, long minor, Map<String, Long> lines) {}

    /** A coupon that does not count, and why. */
    public record Skipped(Offer offer, CouponRefusal code, Map<String, Object> values) {}

    public Priced {
        applied = List.copyOf(applied);
        skipped = List.copyOf(skipped);
        payMinor = Map.copyOf(payMinor);
    }
}
