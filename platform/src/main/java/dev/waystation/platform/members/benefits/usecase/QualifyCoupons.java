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

    private static final UUID NO_ORDER = new UUID(0, 0);

    private final MyCoupons mine;
    private final PriceCart prices;

    QualifyCoupons(MyCoupons mine, PriceCart prices) {
        this.mine = mine;
        this.prices = prices;
    }

    /** One coupon by itself on the cart. */
    public record One(String ref, PriceCart.Answer alone) {}

    public record Answer(List<One> coupons, PriceCart.Answer best) {}

    public Answer handle(long memberId, Cart cart) {
        return handle(Guesses.Person.member(memberId), cart, List.of());
    }

    /**
     * @param codes what somebody typed or scanned besides
     */
    public Answer handle(Guesses.Person person, Cart cart, List<String> codes) {
        List<String> all = new ArrayList<>();
        mine.mine(person.memberId()).stream()
                .filter(each -> each.status().equals("usable"))
                .forEach(each -> all.add(each.id()));
        codes.stream().filter(code -> !all.contains(code)).forEach(all::add);
        List<One> each = new ArrayList<>();
        List<String> usable = new ArrayList<>();
        for (String ref : all) {
            PriceCart.Answer alone = prices.handle(person, cart, List.of(ref), NO_ORDER, null);
            each.add(new One(ref, alone));
            if (!alone.priced().applied().isEmpty()) {
                usable.add(ref);
            }
        }
        return new Answer(each, prices.handle(person, cart, usable, NO_ORDER, null));
    }
}
