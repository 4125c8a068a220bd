package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.Claim;
import dev.waystation.platform.members.benefits.ClaimOutcome;
import dev.waystation.platform.members.benefits.Claims;
import dev.waystation.platform.members.benefits.CouponRefusal;
import dev.waystation.platform.members.benefits.usecase.MyCoupons;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A member's coupons. */
@RestController
@RequestMapping("/v1/me")
class MyCouponsController {

    /** A coupon: {@code usable}, {@code used}, {@code expired} or {@code paused}. */
    record MyCoupon(
            String id, Said name, Said offer, String category, Instant expiresAt, String status) {}

    record ClaimableCoupon(
            String campaignId, Said name, Said offer, Instant endsAt, long left, boolean mine) {}

    record ClaimBody(String campaignId) {}

    record ClaimedCoupon(String id, Instant expiresAt) {}

    private final MyCoupons mine;
    private final Claims claims;

    MyCouponsController(MyCoupons mine, Claims claims) {
        this.mine = mine;
        this.claims = claims;
    }

    @GetMapping("/coupons")
    @Permission(Permission.MEMBER)
    List<MyCoupon> coupons(Caller caller) {
        return mine.mine(OwnMember.of(caller)).stream()
                .map(each ->
                        new MyCoupon(
                                each.id(),
                                each.campaign().name(),
                                CampaignViews.offer(each.campaign()),
                                each.campaign().stacking().category(),
                                each.coupon().expiresAt(),
                                each.status()))
                .toList();
    }

    @GetMapping("/claimable-coupons")
    @Permission(Permission.MEMBER)
    List<ClaimableCoupon> claimable(Caller caller) {
        return mine.claimable(OwnMember.of(caller)).stream()
                .map(each ->
                        new ClaimableCoupon(
                                PublicId.encode(CampaignViews.PREFIX, each.campaign().id()),
                                each.campaign().name(),
                                CampaignViews.offer(each.campaign()),
                                each.campaign().window().endsAt(),
                                each.left(),
                                each.mine()))
                .toList();
    }

    @PostMapping("/coupons")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission(Permission.MEMBER)
    ClaimedCoupon claim(Caller caller, @RequestBody ClaimBody body) {
        Claim claim =
                new Claim(
                        IdempotencyReference.current(),
                        OwnMember.of(caller),
                        PublicId.decode(CampaignViews.PREFIX, body.campaignId()),
                        Claim.OWN_HAND);
        return switch (claims.claim(claim)) {
            case ClaimOutcome.Claimed claimed ->
                    new ClaimedCoupon(claimed.couponId(), claimed.expiresAt());
            case ClaimOutcome.Refused(CouponRefusal code, int limit) ->
                    throw Refusal.of(code, HttpStatus.CONFLICT, Map.of("limit", limit));
        };
    }
}
