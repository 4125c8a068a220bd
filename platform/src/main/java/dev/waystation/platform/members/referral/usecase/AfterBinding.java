package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.referral.facts.InvitationBound;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.Signal;
import dev.waystation.platform.members.referral.model.Stage;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.members.referral.model.Touch;
import org.springframework.stereotype.Component;

/** What follows once a newcomer counts: promises, what was seen of them, and the fact. */
@Component
class AfterBinding {

    private final RewardBook rewards;
    private final WatchSignals watch;
    private final Members members;
    private final FactLog facts;

    AfterBinding(RewardBook rewards, WatchSignals watch, Members members, FactLog facts) {
        this.rewards = rewards;
        this.watch = watch;
        this.members = members;
        this.facts = facts;
    }

    void handle(Invitation invitation, Touch touch) {
        Terms.Limits limits = touch.terms().limits();
        rewards.hold(invitation, Stage.SIGN_UP, 0, invitation.joinedAt());
        watch.trace(
                invitation.inviteeId(),
                invitation.campaignId(),
                limits,
                touch.trace(),
                invitation.joinedAt());
        documents(invitation, limits);
        watch.pace(invitation, limits);
        facts.append(
                new InvitationBound(
                        invitation.inviterId(),
                        invitation.inviteeId(),
                        invitation.campaignId(),
                        invitation.channel(),
                        invitation.whys().inviter(),
                        invitation.joinedAt()));
    }

    /** Whom the newcomer buys for: puppets carry their player's document. */
    void documents(Invitation invitation, Terms.Limits limits) {
        members.travellers(invitation.inviteeId())
                .forEach(each ->
                        watch.see(
                                invitation.inviteeId(),
                                invitation.campaignId(),
                                limits,
                                Signal.DOCUMENT,
                                each.documentKey(),
                                invitation.joinedAt()));
    }
}
