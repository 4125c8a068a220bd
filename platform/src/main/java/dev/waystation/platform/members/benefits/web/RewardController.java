package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.RewardRefusal;
import dev.waystation.platform.members.benefits.model.Reward;
import dev.waystation.platform.members.benefits.model.RewardOrder;
import dev.waystation.platform.members.benefits.model.RewardState;
import dev.waystation.platform.members.benefits.usecase.MoveReward;
import dev.waystation.platform.members.benefits.usecase.RequestReward;
import dev.waystation.platform.members.benefits.usecase.ShowRewards;
import dev.waystation.platform.selling.payment.PaymentIntent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The reward mall. */
@RestController
class RewardController {

    private static final String PREFIX = "rwd";

    /** A reward; shares in hundredths of a percent of the price. */
    record RewardView(
            String id,
            Said name,
            long priceMinor,
            int pointsPerYuan,
            long leastPoints,
            long mostPoints,
            long firstUsePoints,
            int memberLimit,
            long stock,
            boolean open) {}

    record RewardDraft(
            Said name,
            long priceMinor,
            int pointsPerYuan,
            int leastShare,
            int mostShare,
            long firstUsePoints,
            int memberLimit,
            long stock) {}

    record RewardOrderView(
            String reference,
            String rewardId,
            String memberId,
            String state,
            long points,
            long cashMinor,
            Instant placedAt,
            Instant expiresAt) {}

    record RewardWish(String rewardId, long points) {}

    record RewardPlaced(RewardOrderView order, @Nullable String intentId) {}

    private final ShowRewards show;
    private final RequestReward request;
    private final MoveReward move;

    RewardController(ShowRewards show, RequestReward request, MoveReward move) {
        this.show = show;
        this.request = request;
        this.move = move;
    }

    @GetMapping("/v1/rewards")
    @Permission({Permission.MEMBER, "coupons.read"})
    List<RewardView> rewards(Caller caller) {
        boolean staff = !(caller instanceof Caller.Member);
        return show.rewards().stream()
                .filter(each -> staff || each.open())
                .map(RewardController::view)
                .toList();
    }

    @PostMapping("/v1/rewards")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission("mall.write")
    RewardView add(@RequestBody RewardDraft body) {
        Reward reward =
                new Reward(
                        0,
                        body.name(),
                        body.priceMinor(),
                        body.pointsPerYuan(),
                        body.leastShare(),
                        body.mostShare(),
                        body.firstUsePoints(),
                        body.memberLimit(),
                        body.stock(),
                        true);
        long id = show.add(reward);
        return show.rewards().stream()
                .filter(each -> each.id() == id)
                .map(RewardController::view)
                .findFirst()
                .orElseThrow();
    }

    @GetMapping("/v1/reward-orders")
    @Permission({Permission.MEMBER, "coupons.read"})
    List<RewardOrderView> orders(Caller caller) {
        Long own = caller instanceof Caller.Member(long id) ? id : null;
        return show.orders(own).stream().map(RewardController::order).toList();
    }

    @PostMapping("/v1/me/reward-orders")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission(Permission.MEMBER)
    RewardPlaced place(Caller caller, @RequestBody RewardWish body) {
        return switch (request.handle(
                new RequestReward.Command(
                        IdempotencyReference.current(),
                        OwnMember.of(caller),
                        PublicId.decode(PREFIX, body.rewardId()),
                        body.points()))) {
            case RequestReward.Outcome.Held(RewardOrder order, PaymentIntent intent) ->
                    new RewardPlaced(
                            order(order),
                            intent == null
                                    ? null
                                    : PublicId.encode(PaymentIntent.PREFIX, intent.id()));
            case RequestReward.Outcome.Refused(RewardRefusal code, long wanted) ->
                    throw Refusal.of(code, HttpStatus.CONFLICT, Map.of("wanted", wanted));
        };
    }

    @PostMapping("/v1/me/reward-orders/{reference}:cancel")
    @Permission(Permission.MEMBER)
    RewardOrderView cancel(Caller caller, @PathVariable UUID reference) {
        long member = OwnMember.of(caller);
        boolean own =
                show.orders(member).stream().anyMatch(each -> each.reference().equals(reference));
        if (!own) {
            throw Refusal.of(RewardRefusal.REWARD_ORDER_NOT_FOUND, HttpStatus.NOT_FOUND);
        }
        return moved(move.cancel(reference, "member"));
    }

    @PostMapping("/v1/reward-orders/{reference}:fulfil")
    @Permission("mall.write")
    RewardOrderView fulfil(@PathVariable UUID reference) {
        return moved(move.fulfil(reference));
    }

    @PostMapping("/v1/reward-orders/{reference}:reverse")
    @Permission("mall.write")
    RewardOrderView reverse(@PathVariable UUID reference) {
        return moved(move.reverse(reference, "staff"));
    }

    private static RewardOrderView moved(MoveReward.Outcome outcome) {
        return switch (outcome) {
            case MoveReward.Outcome.Moved(RewardOrder order) -> order(order);
            case MoveReward.Outcome.Refused(RewardRefusal code, RewardState state) ->
                    throw Refusal.of(
                            code,
                            code == RewardRefusal.REWARD_ORDER_NOT_FOUND
                                    ? HttpStatus.NOT_FOUND
                                    : HttpStatus.CONFLICT,
                            Map.of("state", CampaignViews.code(state)));
        };
    }

    private static RewardView view(Reward each) {
        return new RewardView(
                PublicId.encode(PREFIX, each.id()),
                each.name(),
                each.priceMinor(),
                each.pointsPerYuan(),
                each.leastPoints(),
                each.mostPoints(),
                each.firstUsePoints(),
                each.memberLimit(),
                each.stock(),
                each.open());
    }

    private static RewardOrderView order(RewardOrder each) {
        return new RewardOrderView(
                each.reference().toString(),
                PublicId.encode(PREFIX, each.rewardId()),
                PublicId.encode("mbr", each.memberId()),
                CampaignViews.code(each.state()),
                each.paid().points(),
                each.paid().cashMinor(),
                each.placedAt(),
                each.expiresAt());
    }
}
