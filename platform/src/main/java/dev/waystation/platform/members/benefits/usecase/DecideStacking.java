package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.benefits.Cart;
import dev.waystation.platform.members.benefits.facts.StackingDecided;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.CouponPricing;
import dev.waystation.platform.members.benefits.model.Offer;
import dev.waystation.platform.members.benefits.model.Priced;
import dev.waystation.platform.members.benefits.model.StackRules;
import dev.waystation.platform.members.benefits.store.CouponCampaignStore;
import dev.waystation.platform.members.benefits.store.StackRulesStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How coupons go together: what is in force, what a cart would cost by other rules, and the change.
 * An order that is priced already keeps its price; the next one is priced by the new rules.
 */
@Service
public class DecideStacking {

    private static final int MOST_SHOWN = 500;

    /** What is in force since when and by whom, and the coupons it is about. */
    public record View(
            int version,
            StackRules rules,
            @Nullable Instant decidedAt,
            @Nullable String by,
            List<Campaign> coupons) {}

    /** The same cart and coupons by the rules in force and by those that are wished for. */
    public record Trial(PriceCart.Answer now, PriceCart.Answer then) {}

    private final StackRulesStore rules;
    private final CouponCampaignStore campaigns;
    private final CartOf carts;
    private final CouponWords words;
    private final FactLog facts;
    private final Clock clock;

    DecideStacking(
            StackRulesStore rules,
            CouponCampaignStore campaigns,
            CartOf carts,
            CouponWords words,
            FactLog facts,
            Clock clock) {
        this.rules = rules;
        this.campaigns = campaigns;
        this.carts = carts;
        this.words = words;
        this.facts = facts;
        this.clock = clock;
    }

    /** Without campaigns that ended: nobody can use their coupons any more. */
    @Transactional(readOnly = true)
    public View show() {
        StackRulesStore.Kept kept = rules.kept();
        return new View(
                kept.version(),
                kept.rules(),
                kept.decidedAt(),
                kept.by(),
                campaigns.list(null, Long.MAX_VALUE, MOST_SHOWN).stream()
                        .filter(each -> each.state() != Campaign.State.ENDED)
                        .toList());
    }

    @Transactional
    public void decide(StackRules wanted, String by) {
        Instant now = clock.instant();
        facts.append(new StackingDecided(rules.add(wanted, by, now), by, now));
    }

    /** Prices the cart twice and writes nothing. Campaigns that are only drafted count too. */
    @Transactional(readOnly = true)
    public Trial compare(StackRules wanted, Cart asked, List<Long> coupons, long memberId) {
        Cart cart = carts.of(memberId, asked);
        Instant now = clock.instant();
        List<Offer> offers =
                campaigns.byIds(coupons).values().stream()
                        .map(each ->
                                each.offer(String.valueOf(each.id()), null, each.window().endsAt()))
                        .toList();
        return new Trial(
                answer(cart, offers, rules.current(), now), answer(cart, offers, wanted, now));
    }

    private PriceCart.Answer answer(Cart cart, List<Offer> offers, StackRules by, Instant now) {
        Priced priced = CouponPricing.price(cart, offers, by, now);
        return new PriceCart.Answer(priced, List.of(), List.of(), words.of(priced, List.of()));
    }
}
