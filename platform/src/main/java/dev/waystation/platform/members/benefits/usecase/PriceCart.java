package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.members.benefits.Cart;
import dev.waystation.platform.members.benefits.CouponRefusal;
import dev.waystation.platform.members.benefits.model.CouponPricing;
import dev.waystation.platform.members.benefits.model.Priced;
import dev.waystation.platform.members.benefits.store.StackRulesStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The price of a cart with coupons, now or at another instant. Changes nothing: limits are looked
 * at when an order reserves.
 */
@Service
public class PriceCart {

    private final FindCoupon find;
    private final CartOf carts;
    private final StackRulesStore rules;
    private final CouponWords words;
    private final Clock clock;

    PriceCart(
            FindCoupon find, CartOf carts, StackRulesStore rules, CouponWords words, Clock clock) {
        this.find = find;
        this.carts = carts;
        this.rules = rules;
        this.words = words;
        this.clock = clock;
    }

    /** A coupon that was not even looked at on the cart, and why. */
    public record Missing(String ref, CouponRefusal code, Map<String, Object> values) {}

    /** A price with everything that was left out and why. */
    public record Answer(
            Priced priced,
            List<FindCoupon.Found.Usable> found,
            List<Missing> missing,
            Explanation why) {}

    public Answer handle(
            Guesses.Person person,
            Cart cart,
            List<String> coupons,
            UUID order,
            @Nullable Instant at) {
        List<FindCoupon.Found.Usable> usable = new ArrayList<>();
        List<Missing> not = new ArrayList<>();
        Map<String, FindCoupon.Found> seen = new HashMap<>();
        for (String ref : coupons) {
            switch (seen.computeIfAbsent(ref, each -> find.find(each, person, order))) {
                case FindCoupon.Found.Usable found -> usable.add(found);
                case FindCoupon.Found.Not(Missing missing) -> not.add(missing);
            }
        }
        Priced priced =
                CouponPricing.price(
                        carts.of(person.memberId(), cart),
                        usable.stream().map(FindCoupon.Found.Usable::offer).toList(),
                        rules.current(),
                        at == null ? clock.instant() : at);
        return new Answer(priced, usable, not, words.of(priced, not));
    }
}
