package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.benefits.facts.CouponRedeemed;
import dev.waystation.platform.members.benefits.facts.CouponRolledBack;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.Held;
import dev.waystation.platform.members.benefits.model.Redemption;
import dev.waystation.platform.members.benefits.store.CouponCampaignStore;
import dev.waystation.platform.members.benefits.store.CouponStore;
import dev.waystation.platform.members.benefits.store.RedemptionStore;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Moves one locked redemption on, with its coupon, its limits and its fact. */
@Component
class CouponReturns {

    private final RedemptionStore redemptions;
    private final CouponStore coupons;
    private final CouponCampaignStore campaigns;
    private final TakeLimits limits;
    private final FactLog facts;
    private final Clock clock;

    CouponReturns(
            RedemptionStore redemptions,
            CouponStore coupons,
            CouponCampaignStore campaigns,
            TakeLimits limits,
            FactLog facts,
            Clock clock) {
        this.redemptions = redemptions;
        this.coupons = coupons;
        this.campaigns = campaigns;
        this.limits = limits;
        this.facts = facts;
        this.clock = clock;
    }

    /** Uses what was set aside; what was given back meanwhile is taken again if it can be. */
    boolean redeem(Redemption each) {
        Redemption.Taken taken = each.taken();
        switch (each.state()) {
            case REDEEMED -> {
                return true;
            }
            case ROLLED_BACK -> {
                return false;
            }
            case RELEASED -> {
                if (!coupons.use(held(each), each.discountMinor())
                        || !(limits.take(campaign(each), each.memberId())
                                instanceof TakeLimits.Result.Took(Redemption.Taken again))) {
                    return false;
                }
                taken = again;
            }
            case RESERVED -> {}
        }
        move(each, Redemption.State.REDEEMED, taken, "paid");
        facts.append(
                new CouponRedeemed(
                        each.memberId(),
                        each.campaignId(),
                        each.orderRef(),
                        each.discountMinor(),
                        clock.instant()));
        return true;
    }

    void giveBack(Redemption each, String cause) {
        boolean used = each.state() == Redemption.State.REDEEMED;
        move(
                each,
                used ? Redemption.State.ROLLED_BACK : Redemption.State.RELEASED,
                each.taken(),
                cause);
        coupons.giveBack(held(each), each.openMinor());
        limits.giveBack(campaign(each), each.memberId(), each.taken());
        if (used) {
            facts.append(
                    new CouponRolledBack(
                            each.memberId(),
                            each.campaignId(),
                            each.orderRef(),
                            each.discountMinor(),
                            cause,
                            clock.instant()));
        }
    }

    /** The stored discount of a line, once; the last line brings the coupon back. */
    long returnLine(Redemption each, String line) {
        long minor = each.lines().getOrDefault(line, 0L);
        if (minor == 0 || !each.counts() || !redemptions.returnLine(each, line)) {
            return 0;
        }
        Held held = held(each);
        boolean value = held instanceof Held.Code code && code.valueLeft() != null;
        if (each.openMinor() > minor) {
            if (value) {
                coupons.giveBack(held, minor);
            }
        } else {
            // All lines are refunded: of the value only this line's part is still out.
            giveBack(each, "all_lines_refunded");
        }
        return minor;
    }

    private void move(Redemption from, Redemption.State to, Redemption.Taken taken, String cause) {
        if (!redemptions.move(from, to, taken, cause, clock.instant())) {
            throw new IllegalStateException(
                    "Redemption %s/%d is no longer %s"
                            .formatted(from.orderRef(), from.lineNo(), from.state()));
        }
    }

    private Campaign campaign(Redemption each) {
        return campaigns.find(each.campaignId()).orElseThrow();
    }

    private Held held(Redemption each) {
        byte[] hash = each.thing().codeHash();
        Long sequence = each.thing().sequence();
        if (hash != null) {
            return coupons.code(hash).orElseThrow();
        }
        return coupons.claimed(each.campaignId(), java.util.Objects.requireNonNull(sequence))
                .orElseThrow();
    }
}
