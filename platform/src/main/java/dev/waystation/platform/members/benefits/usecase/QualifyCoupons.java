package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.members.benefits.Cart;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Lists a member's coupons against a cart: what each would take off alone, or why it would not, and
 * the best of them together. Nothing is counted or set aside; limits that others use up meanwhile
 * are not looked at.
 */
@Service
public class QualifyCoupons {

    private final MyCoupons mine;
    private final PriceCart prices;

    QualifyCoupons(MyCoupons mine, PriceCart prices) {
        this.mine = mine;
        this.prices = prices;
    }

    /** One coupon by itself on the cart. */
    public record One(MyCoupons.Mine coupon, PriceCart.Answer alone) {}

    public record Answer(List<One> coupons, PriceCart.Answer best) {}

    public Answer handle(long memberId, Cart cart) {
        Guesses.Person person = Guesses.Person.member(memberId);
        UUID none = new UUID(0, 0);
        List<One> each = new ArrayList<>();
        List<String> usable = new ArrayList<>();
        for (MyCoupons.Mine coupon : mine.mine(memberId)) {
            if (coupon.status().equals("usable")) {
                PriceCart.Answer alone =
                        prices.handle(person, cart, List.of(coupon.id()), none, null);
                each.add(new One(coupon, alone));
                if (!alone.priced().applied().isEmpty()) {
                    usable.add(coupon.id());
                }
            }
        }
        return new Answer(each, prices.handle(person, cart, usable, none, null));
    }
}
