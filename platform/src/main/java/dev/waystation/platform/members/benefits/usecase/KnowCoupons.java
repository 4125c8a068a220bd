package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.benefits.CouponCodes;
import dev.waystation.platform.members.benefits.store.CouponCampaignStore;
import dev.waystation.platform.members.benefits.store.CouponStore;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which campaign a scanned coupon is of. */
@Service
class KnowCoupons implements CouponCodes {

    private static final int LONGEST = 64;

    private final CouponStore coupons;
    private final CouponCampaignStore campaigns;
    private final CodeDigest digest;

    KnowCoupons(CouponStore coupons, CouponCampaignStore campaigns, CodeDigest digest) {
        this.coupons = coupons;
        this.campaigns = campaigns;
        this.digest = digest;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Known> known(String typed) {
        if (typed.startsWith(FindCoupon.PREFIX + "_")) {
            FindCoupon.Place place = FindCoupon.place(typed);
            return coupons.claimed(place.campaign(), place.sequence())
                    .flatMap(held -> known(held.campaignId(), typed));
        }
        return typed.length() > LONGEST
                ? Optional.empty()
                : coupons.code(digest.of(typed))
                        .flatMap(code -> known(code.campaignId(), "…" + code.tail()));
    }

    private Optional<Known> known(long campaign, String tail) {
        return campaigns
                .find(campaign)
                .map(found -> new Known(PublicId.encode("cmp", campaign), found.name(), tail));
    }
}
