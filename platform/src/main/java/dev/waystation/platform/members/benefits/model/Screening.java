package dev.waystation.platform.members.benefits.model;

import dev.waystation.condition.Evaluator;
import dev.waystation.condition.Explanation;
import dev.waystation.condition.Subject;
import dev.waystation.platform.members.benefits.Cart;
import dev.waystation.platform.members.benefits.CouponRefusal;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the coupons that could count on this cart if they were alone. */
final class Screening {

    private static final Evaluator EVALUATOR = Evaluator.declared();

    private final Cart cart;
    private final StackRules rules;
    private final Instant now;
    private final List<Priced.Skipped> skipped;
    private final Set<String> seen = new HashSet<>();
    private int sent;

    Screening(Cart cart, StackRules rules, Instant now, List<Priced.Skipped> skipped) {
        this.cart = cart;
        this.rules = rules;
        this.now = now;
        this.skipped = skipped;
    }

    /** The coupon on the lines it is for, or null with the reason among the skipped. */
    Bundle.@org.jspecify.annotations.Nullable Part look(Offer offer) {
        sent++;
        if (!seen.add(offer.ref())) {
            return no(offer, CouponRefusal.COUPON_SENT_TWICE, Map.of());
        }
        if (sent > rules.mostSent()) {
            return no(offer, CouponRefusal.TOO_MANY_COUPONS_SENT, Map.of("most", rules.mostSent()));
        }
        if (!offer.expiresAt().isAfter(now)) {
            return no(
                    offer,
                    CouponRefusal.COUPON_HAS_EXPIRED,
                    Map.of("until", offer.expiresAt().toString()));
        }
        if (!offer.currency().equals(cart.currency())) {
            return no(
                    offer,
                    CouponRefusal.COUPON_CURRENCY_DIFFERS,
                    Map.of("currency", offer.currency()));
        }
        return onLines(offer);
    }

    private Bundle.@org.jspecify.annotations.Nullable Part onLines(Offer offer) {
        BitSet lines = new BitSet();
        long base = 0;
        for (int i = 0; i < cart.lines().size(); i++) {
            if (offer.fits(cart.lines().get(i).product())) {
                lines.set(i);
                base += cart.lines().get(i).minor();
            }
        }
        if (lines.isEmpty()) {
            return no(
                    offer,
                    CouponRefusal.COUPON_FITS_NO_LINE,
                    Map.of("products", String.join(", ", offer.products())));
        }
        Explanation why =
                Explanation.of(
                        offer.condition(),
                        EVALUATOR,
                        Subject.of(CouponFacts.of(cart)),
                        CouponFacts.CATALOGUE);
        if (!why.held()) {
            return no(offer, CouponRefusal.COUPON_CONDITION_NOT_MET, failed(why));
        }
        if (base < offer.minimumMinor()) {
            return no(
                    offer,
                    CouponRefusal.COUPON_MINIMUM_NOT_REACHED,
                    Map.of(
                            "minimum", yuan(offer.minimumMinor()),
                            "missing", yuan(offer.minimumMinor() - base),
                            "missingMinor", offer.minimumMinor() - base));
        }
        return new Bundle.Part(offer, lines, sent);
    }

    private static Map<String, Object> failed(Explanation why) {
        Map<String, Object> values = new HashMap<>();
        values.put("conditionZh", why.sentence().zh());
        values.put("conditionEn", why.sentence().en());
        values.put(
                "failed",
                why.leaves().stream()
                        .filter(leaf -> !leaf.held())
                        .map(leaf -> leaf.line().en())
                        .collect(Collectors.joining(" ")));
        return values;
    }

    static String yuan(long minor) {
        return java.math.BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private Bundle.@org.jspecify.annotations.Nullable Part no(
            Offer offer, CouponRefusal code, Map<String, Object> values) {
        skipped.add(new Priced.Skipped(offer, code, values));
        return null;
    }
}
