package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.referral.facts.InviteRewardMoved;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.Reward;
import dev.waystation.platform.members.referral.model.Side;
import dev.waystation.platform.members.referral.model.Stage;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.members.referral.store.InviteCampaignStore;
import dev.waystation.platform.members.referral.store.InviteRewardStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * What both sides get: promised at once, true after a trip, taken back when its cause falls away.
 * Each step is a fact that the wallet's postings follow.
 */
@Component
class RewardBook {

    private final InviteRewardStore rewards;
    private final InviteCampaignStore campaigns;
    private final InviteWords words;
    private final FactLog facts;

    RewardBook(
            InviteRewardStore rewards,
            InviteCampaignStore campaigns,
            InviteWords words,
            FactLog facts) {
        this.rewards = rewards;
        this.campaigns = campaigns;
        this.words = words;
        this.facts = facts;
    }

    /** Promises both sides what a stage is worth, once per stage and order. */
    void hold(Invitation invitation, Stage stage, long orderId, Instant now) {
        Terms terms = campaigns.terms(invitation.campaignId(), invitation.version());
        for (Side side : Side.values()) {
            long points = terms.rewards().of(side, stage);
            if (points > 0) {
                hold(invitation, side, stage, orderId, points, now);
            }
        }
    }

    /** Everything that is promised comes true. */
    void earn(Invitation invitation, Instant now) {
        List<Reason> more =
                invitation.review() == Invitation.Review.APPROVED
                        ? List.of(words.reason("INVITE_REVIEW_PASSED", true, Map.of()))
                        : List.of();
        settle(
                invitation,
                each -> each.state() == Reward.State.HELD,
                "INVITEE_TRAVELLED",
                more,
                now);
    }

    /** What an order brought is taken back: from the promise, or from the balance. */
    void refunded(Invitation invitation, long orderId, Instant now) {
        settle(
                invitation,
                each -> each.stage() == Stage.FIRST_ORDER && each.orderId() == orderId,
                "INVITE_ORDER_REFUNDED",
                List.of(),
                now);
    }

    void rejected(Invitation invitation, Instant now) {
        settle(invitation, _ -> true, "INVITE_REJECTED", List.of(), now);
    }

    private void hold(
            Invitation invitation, Side side, Stage stage, long orderId, long points, Instant now) {
        long member = side == Side.INVITER ? invitation.inviterId() : invitation.inviteeId();
        String why =
                words.keep(
                        member,
                        "INVITE_REWARD_HELD",
                        Map.of("points", points),
                        List.of(
                                cause(invitation, side, stage),
                                words.reason("INVITEE_TRAVELLED", false, Map.of())));
        Reward reward =
                new Reward(
                        Reward.id(invitation.inviteeId(), side, stage, orderId),
                        member,
                        invitation.inviteeId(),
                        invitation.campaignId(),
                        side,
                        stage,
                        orderId,
                        points,
                        Reward.State.HELD,
                        why,
                        now,
                        null);
        if (rewards.add(reward)) {
            tell(reward, Reward.State.HELD, why, now);
        }
    }

    private void settle(
            Invitation invitation,
            Predicate<Reward> which,
            String cause,
            List<Reason> more,
            Instant now) {
        boolean good = cause.equals("INVITEE_TRAVELLED");
        for (Reward each : rewards.ofInvitation(invitation.inviteeId())) {
            if (each.stands() && which.test(each)) {
                Reward.State to =
                        good
                                ? Reward.State.EARNED
                                : each.state() == Reward.State.HELD
                                        ? Reward.State.CANCELLED
                                        : Reward.State.REVERSED;
                List<Reason> reasons =
                        new java.util.ArrayList<>(
                                List.of(
                                        cause(invitation, each.side(), each.stage()),
                                        words.reason(cause, good, Map.of())));
                reasons.addAll(more);
                String why =
                        words.keep(
                                each.memberId(),
                                "INVITE_REWARD_" + to,
                                Map.of("points", each.points()),
                                reasons);
                if (rewards.move(each, to, why, now)) {
                    tell(each, to, why, now);
                }
            }
        }
    }

    private Reason cause(Invitation invitation, Side side, Stage stage) {
        String other =
                words.masked(
                        side == Side.INVITER ? invitation.inviteeId() : invitation.inviterId());
        return words.reason("INVITE_" + stage + "_OF_" + side, true, Map.of("other", other));
    }

    private void tell(Reward reward, Reward.State state, String why, Instant now) {
        facts.append(
                new InviteRewardMoved(
                        reward.memberId(),
                        reward.id(),
                        reward.campaignId(),
                        reward.stage().name(),
                        reward.points(),
                        state.name(),
                        why,
                        now));
    }
}
