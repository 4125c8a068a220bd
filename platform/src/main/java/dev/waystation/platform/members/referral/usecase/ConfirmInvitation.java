package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.Milestone;
import dev.waystation.platform.members.referral.store.InviteBook;
import dev.waystation.platform.members.referral.store.InviteCampaignStore;
import dev.waystation.platform.members.referral.store.InviteMilestoneStore;
import dev.waystation.platform.members.referral.store.TallyStore;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** An invitation counts: rewards come true, and the inviter is one nearer to a milestone. */
@Component
class ConfirmInvitation {

    private final InviteBook invitations;
    private final RewardBook rewards;
    private final TallyStore tally;
    private final InviteCampaignStore campaigns;
    private final InviteMilestoneStore milestones;
    private final MilestoneWords words;

    ConfirmInvitation(
            InviteBook invitations,
            RewardBook rewards,
            TallyStore tally,
            InviteCampaignStore campaigns,
            InviteMilestoneStore milestones,
            MilestoneWords words) {
        this.invitations = invitations;
        this.rewards = rewards;
        this.tally = tally;
        this.campaigns = campaigns;
        this.milestones = milestones;
        this.words = words;
    }

    /** Does nothing while the newcomer has not travelled or somebody has doubts. */
    void handle(Invitation invitation, Instant now) {
        if (!invitation.lives() || invitation.held()) {
            return;
        }
        rewards.earn(invitation, now);
        if (invitations.confirm(invitation.inviteeId(), now)) {
            int count = tally.confirm(invitation.inviterId(), invitation.campaignId(), now);
            List<Milestone> promised =
                    campaigns.terms(invitation.campaignId(), invitation.version()).milestones();
            promised.stream()
                    .filter(each -> each.invites() <= count)
                    .forEach(each -> reach(invitation, each, now));
        }
    }

    private void reach(Invitation invitation, Milestone milestone, Instant now) {
        long member = invitation.inviterId();
        String why = words.keep(member, milestone);
        if (milestones.add(member, invitation.campaignId(), milestone, why, now)) {
            words.tell(member, invitation.campaignId(), milestone, why, now);
        }
    }
}
