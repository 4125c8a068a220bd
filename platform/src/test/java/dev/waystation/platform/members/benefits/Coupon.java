package dev.waystation.platform.members.benefits;

import dev.waystation.condition.ConditionReader;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.model.Effect;
import dev.waystation.platform.members.benefits.model.Offer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Offers and carts for tests, with what matters said and the rest ordinary. */
record Coupon(Offer offer) {

    static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");

    static Coupon off(String ref, long minor) {
        return of(ref, new Effect.AmountOff(minor));
    }

    static Coupon percent(String ref, int percent) {
        return of(ref, new Effect.PercentOff(percent * 100, 0));
    }

    static Coupon of(String ref, Effect effect) {
        return new Coupon(
                new Offer(
                        ref,
                        ref.hashCode() & 0xff,
                        Said.same(ref),
                        ref,
                        ref,
                        effect,
                        Set.of(),
                        0,
                        "CNY",
                        ConditionReader.parse(Map.of()),
                        NOW.plusSeconds(86_400)));
    }

    Coupon category(String category) {
        return with(category, offer.group(), offer.products(), offer.minimumMinor(), Map.of());
    }

    Coupon group(String group) {
        return with(offer.category(), group, offer.products(), offer.minimumMinor(), Map.of());
    }

    Coupon products(String... products) {
        return with(
                offer.category(), offer.group(), Set.of(products), offer.minimumMinor(), Map.of());
    }

    Coupon minimum(long minor) {
        return with(offer.category(), offer.group(), offer.products(), minor, Map.of());
    }

    Coupon when(Map<String, Object> condition) {
        return with(
                offer.category(), offer.group(), offer.products(), offer.minimumMinor(), condition);
    }

    private Coupon with(
            String category,
            String group,
            Set<String> products,
            long minimum,
            Map<String, Object> condition) {
        return new Coupon(
                new Offer(
                        offer.ref(),
                        offer.campaignId(),
                        offer.name(),
                        category,
                        group,
                        offer.effect(),
                        products,
                        minimum,
                        "CNY",
                        condition.isEmpty() ? offer.condition() : ConditionReader.parse(condition),
                        offer.expiresAt()));
    }

    static List<Offer> all(Coupon... coupons) {
        return Arrays.stream(coupons).map(Coupon::offer).toList();
    }

    /** Lines called a, b, c … of one product. */
    static Cart cart(long... minor) {
        Cart.Line[] lines = new Cart.Line[minor.length];
        for (int i = 0; i < minor.length; i++) {
            lines[i] = new Cart.Line(String.valueOf((char) ('a' + i)), "rail.second", minor[i]);
        }
        return new Cart("CNY", List.of(lines), Map.of());
    }
}
