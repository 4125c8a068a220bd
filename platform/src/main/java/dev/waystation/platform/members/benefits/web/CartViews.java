package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.Cart;
import dev.waystation.platform.members.benefits.model.Priced;
import dev.waystation.platform.members.benefits.usecase.PriceCart;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carts and their prices in JSON. */
final class CartViews {

    private CartViews() {}

    record CartLine(String key, String product, long minor) {}

    record CartBody(String currency, List<CartLine> lines, @Nullable Map<String, Object> facts) {
        Cart cart() {
            Malformed.require(lines != null, "lines", lines, "give the lines of the cart");
            return new Cart(
                    currency,
                    lines.stream()
                            .map(each -> new Cart.Line(each.key(), each.product(), each.minor()))
                            .toList(),
                    facts == null ? Map.of() : facts);
        }
    }

    record AppliedCoupon(String coupon, Said name, long minor, Map<String, Long> lines) {}

    record SkippedCoupon(String coupon, Said name, String code, Map<String, Object> values) {}

    /** The price; {@code exact} when every combination was compared. */
    record CartPrice(
            long originalMinor,
            long discountMinor,
            long payMinor,
            List<AppliedCoupon> applied,
            List<SkippedCoupon> skipped,
            Map<String, Long> lines,
            boolean exact,
            Explanation why) {}

    static CartPrice price(PriceCart.Answer answer) {
        Priced priced = answer.priced();
        List<SkippedCoupon> skipped =
                new java.util.ArrayList<>(
                        priced.skipped().stream()
                                .map(each ->
                                        new SkippedCoupon(
                                                each.offer().ref(),
                                                each.offer().name(),
                                                each.code().name(),
                                                each.values()))
                                .toList());
        answer.missing()
                .forEach(each ->
                        skipped.add(
                                new SkippedCoupon(
                                        each.ref(),
                                        Said.same("…"),
                                        each.code().name(),
                                        each.values())));
        return new CartPrice(
                priced.originalMinor(),
                priced.discountMinor(),
                priced.originalMinor() - priced.discountMinor(),
                priced.applied().stream()
                        .map(each ->
                                new AppliedCoupon(
                                        each.offer().ref(),
                                        each.offer().name(),
                                        each.minor(),
                                        each.lines()))
                        .toList(),
                skipped,
                priced.payMinor(),
                priced.exact(),
                answer.why());
    }
}
