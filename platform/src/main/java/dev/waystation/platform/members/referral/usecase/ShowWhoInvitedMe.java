package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.Reward;
import dev.waystation.platform.members.referral.store.InviteBook;
import dev.waystation.platform.members.referral.store.InviteRewardStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The other side: who brought a member, and what the member gets for it. */
@Service
public class ShowWhoInvitedMe {

    /** An invitation as the one who followed it sees it. */
    public record Came(Invitation invitation, String inviter, List<Reward> rewards) {}

    private final InviteBook invitations;
    private final InviteRewardStore rewards;
    private final InviteWords words;

    ShowWhoInvitedMe(InviteBook invitations, InviteRewardStore rewards, InviteWords words) {
        this.invitations = invitations;
        this.rewards = rewards;
        this.words = words;
    }

    @Transactional(readOnly = true)
    public Optional<Came> handle(long memberId) {
        return invitations
                .find(memberId)
                .map(each ->
                        new Came(
                                each,
                                words.masked(each.inviterId()),
                                rewards.ofMember(memberId, each.campaignId()).stream()
                                        .filter(one -> one.inviteeId() == memberId)
                                        .toList()));
    }

    /** Every reward of a member in a campaign, newest first. */
    @Transactional(readOnly = true)
    public List<Reward> rewards(long memberId, long campaignId) {
        return rewards.ofMember(memberId, campaignId);
    }
}
