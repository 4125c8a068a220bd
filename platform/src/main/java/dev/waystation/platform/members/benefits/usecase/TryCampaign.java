package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.Cart;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.CouponPricing;
import dev.waystation.platform.members.benefits.model.Offer;
import dev.waystation.platform.members.benefits.model.Priced;
import dev.waystation.platform.members.benefits.model.StackRules;
import dev.waystation.platform.members.benefits.store.CouponCampaignStore;
import dev.waystation.platform.members.benefits.store.StackRulesStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A campaign that is not written yet, tried on a cart by the pricing that orders use: what it takes
 * off, which running campaigns it meets, and the most it can ever cost.
 */
@Service
public class TryCampaign {

    private static final String DRAFT = "draft";
    private static final int MOST_RUNNING = 200;

    /**
     * A running campaign for the same products at the same time.
     *
     * @param together whether both count on the cart
     * @param left the draft's or the other's name, when only one counts
     */
    public record Meeting(Campaign other, boolean together, long payMinor, @Nullable Said left) {}

    /**
     * The most the campaign can cost; null where nothing bounds it.
     *
     * @param uses how often its coupons can be used, null without a limit
     * @param eachMinor the most one takes off, null without a cap
     */
    public record Ceiling(@Nullable Long uses, @Nullable Long eachMinor, @Nullable Long minor) {}

    public record Trial(PriceCart.Answer answer, List<Meeting> meetings, Ceiling ceiling) {}

    private final CouponCampaignStore campaigns;
    private final CartOf carts;
    private final StackRulesStore rules;
    private final CouponWords words;

    TryCampaign(
            CouponCampaignStore campaigns, CartOf carts, StackRulesStore rules, CouponWords words) {
        this.campaigns = campaigns;
        this.carts = carts;
        this.rules = rules;
        this.words = words;
    }

    @Transactional(readOnly = true)
    public Trial handle(Campaign draft, Cart asked, long memberId) {
        Cart cart = carts.of(memberId, asked);
        StackRules current = rules.current();
        Instant at = draft.window().startsAt();
        Offer own = draft.offer(DRAFT, null, draft.window().endsAt());
        Priced alone = CouponPricing.price(cart, List.of(own), current, at);
        List<Meeting> meetings =
                campaigns.list(Campaign.State.LIVE.name(), Long.MAX_VALUE, MOST_RUNNING).stream()
                        .filter(other -> meets(draft, other))
                        .map(other -> meeting(own, other, cart, current, at))
                        .toList();
        return new Trial(
                new PriceCart.Answer(alone, List.of(), List.of(), words.of(alone, List.of())),
                meetings,
                ceiling(draft));
    }

    private static Meeting meeting(
            Offer own, Campaign other, Cart cart, StackRules rules, Instant at) {
        Offer theirs = other.offer(String.valueOf(other.id()), null, other.window().endsAt());
        Priced both = CouponPricing.price(cart, List.of(own, theirs), rules, at);
        return new Meeting(
                other,
                both.applied().size() == 2,
                both.originalMinor() - both.discountMinor(),
                both.applied().size() == 1 ? both.applied().getFirst().offer().name() : null);
    }

    static boolean meets(Campaign one, Campaign other) {
        return one.window().startsAt().isBefore(other.window().endsAt())
                && other.window().startsAt().isBefore(one.window().endsAt())
                && meet(one.products(), other.products());
    }

    private static boolean meet(Set<String> one, Set<String> other) {
        return one.isEmpty()
                || other.isEmpty()
                || one.stream()
                        .anyMatch(each ->
                                other.stream()
                                        .anyMatch(their ->
                                                each.equals(their)
                                                        || each.startsWith(their + ".")
                                                        || their.startsWith(each + ".")));
    }

    static Ceiling ceiling(Campaign draft) {
        Campaign.Worth worth = draft.worth();
        Long each = Map.of("AMOUNT", worth.value()).getOrDefault(worth.kind(), worth.capMinor());
        Long most = each == 0 ? null : each;
        Long uses = least(draft.limits().total(), draft.limits().claimStock());
        return new Ceiling(uses, most, uses == null || most == null ? null : uses * most);
    }

    private static @Nullable Long least(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(Math.min(one, other));
    }
}
