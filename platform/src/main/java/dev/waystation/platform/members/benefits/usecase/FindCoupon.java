package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.benefits.CouponRefusal;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.Held;
import dev.waystation.platform.members.benefits.model.Offer;
import dev.waystation.platform.members.benefits.store.CouponCampaignStore;
import dev.waystation.platform.members.benefits.store.CouponStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns what somebody sent, a code or a coupon's id, into an offer on a cart. */
@Component
class FindCoupon {

    static final String PREFIX = "cpn";
    private static final int SEQUENCE_BITS = 36;

    private final CouponStore coupons;
    private final CouponCampaignStore campaigns;
    private final CodeDigest digest;
    private final Guesses guesses;
    private final Clock clock;

    FindCoupon(
            CouponStore coupons,
            CouponCampaignStore campaigns,
            CodeDigest digest,
            Guesses guesses,
            Clock clock) {
        this.coupons = coupons;
        this.campaigns = campaigns;
        this.digest = digest;
        this.guesses = guesses;
        this.clock = clock;
    }

    /** What was found. */
    sealed interface Found {
        record Usable(Held held, Campaign campaign, Offer offer) implements Found {}

        record Not(PriceCart.Missing missing) implements Found {}
    }

    /** What is in a coupon's id. */
    record Place(long campaign, long sequence) {}

    static Place place(String ref) {
        long id = PublicId.decode(PREFIX, ref);
        return new Place(id >>> SEQUENCE_BITS, id & (1L << SEQUENCE_BITS) - 1);
    }

    static String id(long campaign, long sequence) {
        return PublicId.encode(PREFIX, campaign << SEQUENCE_BITS | sequence);
    }

    Found find(String ref, Guesses.Person person, UUID order) {
        if (ref.startsWith(PREFIX + "_")) {
            Place place = place(ref);
            return coupons.claimed(place.campaign(), place.sequence())
                    .filter(each -> each.memberId() == person.memberId())
                    .map(each -> look(ref, each, order))
                    .orElseGet(() -> not(ref, CouponRefusal.COUPON_NOT_FOUND));
        }
        if (guesses.lockedOut(person)) {
            return not(
                    ref,
                    CouponRefusal.TOO_MANY_CODE_ATTEMPTS,
                    Map.of("seconds", guesses.secondsLeft()));
        }
        Optional<Held.Code> code =
                coupons.code(digest.of(ref))
                        .filter(each -> !each.withdrawn())
                        .filter(each ->
                                each.memberId() == null || each.memberId() == person.memberId());
        if (code.isEmpty()) {
            guesses.wrong(person);
            return not(ref, CouponRefusal.COUPON_NOT_FOUND);
        }
        return look(ref, code.get(), order);
    }

    /** A coupon of the member's own, without asking who guesses. */
    Found look(String ref, Held held, UUID order) {
        Campaign campaign = campaigns.find(held.campaignId()).orElseThrow();
        Instant now = clock.instant();
        if (campaign.state() != Campaign.State.LIVE) {
            return not(ref, CouponRefusal.CAMPAIGN_IS_NOT_LIVE);
        }
        if (campaign.window().startsAt().isAfter(now)) {
            return not(
                    ref,
                    CouponRefusal.COUPON_NOT_YET_VALID,
                    Map.of("from", campaign.window().startsAt().toString()));
        }
        boolean used =
                switch (held) {
                    case Held.Code code -> code.usedUp();
                    case Held.Claimed claimed -> claimed.used();
                };
        if (used) {
            return not(
                    ref,
                    coupons.inAnotherOrder(held, order)
                            ? CouponRefusal.COUPON_IS_IN_ANOTHER_ORDER
                            : CouponRefusal.COUPON_ALREADY_USED);
        }
        Offer offer =
                switch (held) {
                    case Held.Code code ->
                            campaign.offer(ref, code.valueLeft(), campaign.window().endsAt());
                    case Held.Claimed claimed -> campaign.offer(ref, null, claimed.expiresAt());
                };
        return new Found.Usable(held, campaign, offer);
    }

    private static Found not(String ref, CouponRefusal code) {
        return not(ref, code, Map.of());
    }

    private static Found not(String ref, CouponRefusal code, Map<String, Object> values) {
        return new Found.Not(new PriceCart.Missing(ref, code, values));
    }
}
