package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.GiftRefusal;
import dev.waystation.platform.members.benefits.RewardRefusal;
import dev.waystation.platform.members.benefits.usecase.GiveReward;
import dev.waystation.platform.members.benefits.usecase.ShowGifts;
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

/** Rewards that change hands. */
@RestController
class GiftController {

    record Offered(UUID code, int left) {}

    record TakeBody(UUID code) {}

    record Taken(UUID orderReference, int nth) {}

    record LimitBody(int times) {}

    /** {@code from} is the giver's masked name. */
    record ReceivedView(
            String reference, String rewardId, String state, Said reward, String from) {}

    /** {@code state}: waiting, taken, declined or gone; {@code code} only while it waits. */
    record GiftView(
            String reference,
            @Nullable UUID code,
            Said reward,
            String from,
            String state,
            boolean own,
            boolean mine,
            Instant at) {}

    private final GiveReward give;
    private final ShowGifts show;

    GiftController(GiveReward give, ShowGifts show) {
        this.give = give;
        this.show = show;
    }

    /** What is behind a code, before somebody takes or declines it. */
    @GetMapping("/v1/me/reward-gifts/{code}")
    @Permission(Permission.MEMBER)
    GiftView behind(Caller caller, @PathVariable UUID code) {
        return show.behind(code, OwnMember.of(caller))
                .map(GiftController::view)
                .orElseThrow(() -> Refusal.of(GiftRefusal.GIFT_CODE_UNKNOWN, HttpStatus.NOT_FOUND));
    }

    @GetMapping("/v1/me/given-rewards")
    @Permission(Permission.MEMBER)
    List<GiftView> given(Caller caller) {
        return show.given(OwnMember.of(caller)).stream().map(GiftController::view).toList();
    }

    /** Says no to a gift; whoever gave it takes it back by the same. */
    @PostMapping("/v1/me/reward-gifts:decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permission(Permission.MEMBER)
    void decline(@RequestBody TakeBody body) {
        if (!give.decline(body.code())) {
            throw Refusal.of(GiftRefusal.GIFT_CODE_UNKNOWN, HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/v1/me/reward-orders/{reference}:gift")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission(Permission.MEMBER)
    Offered offer(Caller caller, @PathVariable UUID reference) {
        GiveReward.Outcome outcome = give.offer(reference, OwnMember.of(caller));
        if (outcome instanceof GiveReward.Outcome.Offered(UUID code, int left)) {
            return new Offered(code, left);
        }
        throw problem(outcome);
    }

    @PostMapping("/v1/me/reward-gifts")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission(Permission.MEMBER)
    Taken take(Caller caller, @RequestBody TakeBody body) {
        GiveReward.Outcome outcome = give.take(body.code(), OwnMember.of(caller));
        if (outcome instanceof GiveReward.Outcome.Taken(UUID order, int nth)) {
            return new Taken(order, nth);
        }
        throw problem(outcome);
    }

    @GetMapping("/v1/me/reward-gifts")
    @Permission(Permission.MEMBER)
    List<ReceivedView> received(Caller caller) {
        long member = OwnMember.of(caller);
        return give.heldBy(member).stream()
                .flatMap(each ->
                        show.received(each.reference(), member).stream()
                                .map(gift ->
                                        new ReceivedView(
                                                each.reference().toString(),
                                                PublicId.encode("rwd", each.rewardId()),
                                                CampaignViews.code(each.state()),
                                                gift.reward(),
                                                gift.from())))
                .toList();
    }

    @PostMapping("/v1/rewards/{id}:allow-gifts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permission("mall.write")
    void allow(@PathVariable String id, @RequestBody LimitBody body) {
        if (!give.allow(PublicId.decode("rwd", id), body.times())) {
            throw Refusal.of(RewardRefusal.REWARD_NOT_FOUND, HttpStatus.NOT_FOUND);
        }
    }

    private static GiftView view(ShowGifts.Shown each) {
        return new GiftView(
                each.order().toString(),
                each.code(),
                each.reward(),
                each.from(),
                CampaignViews.code(each.state()),
                each.own(),
                each.mine(),
                each.at());
    }

    private static dev.waystation.platform.foundation.edge.RefusalProblem problem(
            GiveReward.Outcome outcome) {
        return switch (outcome) {
            case GiveReward.Outcome.Refused(GiftRefusal code, Map<String, Object> values) ->
                    Refusal.of(code, HttpStatus.CONFLICT, values);
            case GiveReward.Outcome.Offered _, GiveReward.Outcome.Taken _ ->
                    throw new IllegalStateException("not a refusal: " + outcome);
        };
    }
}
