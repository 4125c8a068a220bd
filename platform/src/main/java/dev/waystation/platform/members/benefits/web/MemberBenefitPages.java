package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.usecase.MyCoupons;
import dev.waystation.platform.members.benefits.usecase.ShowRewards;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a member holds, as staff sees it: without the codes that would let staff use it. */
@RestController
class MemberBenefitPages {

    /** A coupon: {@code usable}, {@code used}, {@code expired} or {@code paused}. */
    record HeldCoupon(String campaignId, Said name, Said offer, Instant expiresAt, String status) {}

    record HeldEntitlement(
            Said name, String source, int quota, int left, String period, LocalDate until) {}

    record HeldBenefits(List<HeldCoupon> coupons, List<HeldEntitlement> entitlements) {}

    private final MyCoupons coupons;
    private final ShowRewards rewards;

    MemberBenefitPages(MyCoupons coupons, ShowRewards rewards) {
        this.coupons = coupons;
        this.rewards = rewards;
    }

    @GetMapping("/v1/members/{id}/benefits")
    @Permission("members.read")
    HeldBenefits ofMember(@PathVariable String id) {
        long member = PublicId.decode("mbr", id);
        return new HeldBenefits(
                coupons.mine(member).stream()
                        .map(each ->
                                new HeldCoupon(
                                        PublicId.encode(CampaignViews.PREFIX, each.campaign().id()),
                                        each.campaign().name(),
                                        CampaignViews.offer(each.campaign()),
                                        each.coupon().expiresAt(),
                                        each.status()))
                        .toList(),
                rewards.entitlements(member).stream()
                        .map(each ->
                                new HeldEntitlement(
                                        each.entitlement().name(),
                                        each.entitlement().source(),
                                        each.entitlement().quota(),
                                        each.left(),
                                        CampaignViews.code(each.entitlement().period()),
                                        each.entitlement().until()))
                        .toList());
    }
}
