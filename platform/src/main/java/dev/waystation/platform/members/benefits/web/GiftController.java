package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.benefits.GiftRefusal;
import dev.waystation.platform.members.benefits.RewardRefusal;
import dev.waystation.platform.members.benefits.usecase.GiveReward;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    record ReceivedView(String reference, String rewardId, String state) {}

    private final GiveReward give;

    GiftController(GiveReward give) {
        this.give = give;
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
        return give.heldBy(OwnMember.of(caller)).stream()
                .map(each ->
                        new ReceivedView(
                                each.reference().toString(),
                                PublicId.encode("rwd", each.rewardId()),
                                CampaignViews.code(each.state())))
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
