package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.CouponCodes;
import dev.waystation.platform.members.benefits.Entitlements;
import dev.waystation.platform.members.passes.PassMedia;
import dev.waystation.platform.members.wallet.CardMedia;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people carry: cards, passes, coupons and entitlements, by what is printed on them. */
@Component
@Order(2)
class FindHeld implements Finder {

    private static final Said CARD = new Said("储值卡", "Stored-value card");
    private static final Said PASS = new Said("年卡", "Annual pass");
    private static final Said ENTITLEMENT = new Said("权益码", "Benefit code");

    private final CardMedia cards;
    private final PassMedia passes;
    private final CouponCodes coupons;
    private final Entitlements entitlements;

    FindHeld(CardMedia cards, PassMedia passes, CouponCodes coupons, Entitlements entitlements) {
        this.cards = cards;
        this.passes = passes;
        this.coupons = coupons;
        this.entitlements = entitlements;
    }

    @Override
    public List<FindAnything.Found> find(String text, Caller caller) {
        var found = new ArrayList<FindAnything.Found>();
        if (caller.may(Set.of("cards.serve", "cards.refund"))) {
            cards.known(text)
                    .ifPresent(medium ->
                            found.add(
                                    new FindAnything.Found(
                                            "card",
                                            Said.same(medium),
                                            CARD,
                                            "/cards?card=" + medium)));
        }
        if (caller.may(Set.of("members.read"))) {
            passes.holder(text).ifPresent(member -> found.add(of("pass", PASS, member)));
            entitlements
                    .holder(text)
                    .ifPresent(member -> found.add(of("entitlement", ENTITLEMENT, member)));
        }
        if (caller.may(Set.of("coupons.read"))) {
            coupons.known(text)
                    .ifPresent(coupon ->
                            found.add(
                                    new FindAnything.Found(
                                            "coupon",
                                            coupon.campaign(),
                                            Said.same(coupon.tail()),
                                            "/coupons/" + coupon.campaignId())));
        }
        return found;
    }

    private static FindAnything.Found of(String kind, Said title, long member) {
        String id = PublicId.encode("mbr", member);
        return new FindAnything.Found(kind, title, Said.same(id), "/members/" + id);
    }
}
