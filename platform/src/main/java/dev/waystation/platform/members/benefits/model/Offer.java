package dev.waystation.platform.members.benefits.model;

import dev.waystation.condition.Condition;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.Set;

/**
 * One coupon somebody wants to use on a cart.
 *
 * @param ref what the caller sent: a code or a coupon's id
 * @param products classes it is for, with their sub-classes; empty for all
 * @param minimumMinor the lines it is for must come to this much before any discount
 */
public record Offer(
        String ref,
        long campaignId,
        Said name,
        String category,
        String group,
        Effect effect,
        Set<String> products,
        long minimumMinor,
        String currency,
        Condition condition,
        Instant expiresAt) {

    public Offer {
        products = Set.copyOf(products);
    }

    /** Whether a product class is the coupon's: {@code rail} covers {@code rail.second}. */
    public boolean fits(String product) {
        return products.isEmpty()
                || products.stream()
                        .anyMatch(each -> product.equals(each) || product.startsWith(each + "."));
    }
}
