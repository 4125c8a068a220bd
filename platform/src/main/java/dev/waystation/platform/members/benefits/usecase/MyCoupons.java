package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.CampaignFigures;
import dev.waystation.platform.members.benefits.model.Held;
import dev.waystation.platform.members.benefits.store.CampaignFigureReads;
import dev.waystation.platform.members.benefits.store.CouponCampaignStore;
import dev.waystation.platform.members.benefits.store.CouponStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;

/** A member's coupons, and those there are to claim. */
@Service
public class MyCoupons {

    private static final int MOST = 200;

    private final CouponStore coupons;
    private final CouponCampaignStore campaigns;
    private final CampaignFigureReads figures;
    private final Clock clock;

    MyCoupons(
            CouponStore coupons,
            CouponCampaignStore campaigns,
            CampaignFigureReads figures,
            Clock clock) {
        this.coupons = coupons;
        this.campaigns = campaigns;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * A coupon of the member's: {@code usable}, {@code used}, {@code expired} or {@code paused}.
     */
    public record Mine(String id, Campaign campaign, Held.Claimed coupon, String status) {}

    /** Something to claim: how many are left and whether the member has theirs. */
    public record Claimable(Campaign campaign, long left, boolean mine) {}

    public List<Mine> mine(long memberId) {
        Instant now = clock.instant();
        List<Held.Claimed> held = coupons.ofMember(memberId, now, MOST);
        Map<Long, Campaign> byId =
                campaigns.byIds(held.stream().map(Held.Claimed::campaignId).distinct().toList());
        return held.stream()
                .map(each -> {
                    Campaign campaign = Objects.requireNonNull(byId.get(each.campaignId()));
                    return new Mine(
                            FindCoupon.id(each.campaignId(), each.sequence()),
                            campaign,
                            each,
                            status(each, campaign, now));
                })
                .toList();
    }

    public List<Claimable> claimable(long memberId) {
        Instant now = clock.instant();
        Set<Long> have = new HashSet<>();
        coupons.ofMember(memberId, now, MOST).forEach(each -> have.add(each.campaignId()));
        List<Campaign> open = campaigns.claimable(now);
        Map<Long, CampaignFigures> known = figures.of(open.stream().map(Campaign::id).toList());
        return open.stream()
                .map(each ->
                        new Claimable(
                                each,
                                Math.max(
                                        0,
                                        Objects.requireNonNull(each.limits().claimStock())
                                                - Objects.requireNonNull(known.get(each.id()))
                                                        .claimed()),
                                have.contains(each.id())))
                .toList();
    }

    private static String status(Held.Claimed coupon, Campaign campaign, Instant now) {
        if (coupon.used()) {
            return "used";
        }
        if (!coupon.expiresAt().isAfter(now)) {
            return "expired";
        }
        return campaign.state() == Campaign.State.LIVE ? "usable" : "paused";
    }
}
