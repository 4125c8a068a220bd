package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.members.referral.InviteRefusal;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.members.referral.store.InviteBook;
import dev.waystation.platform.members.referral.store.TallyStore;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes an invitation from the inviter's caps. All of one inviter take turns. */
@Component
class InviteQuota {

    private static final int REJECTIONS = 5;

    private final TallyStore tally;
    private final InviteBook invitations;
    private final Clock clock;

    InviteQuota(TallyStore tally, InviteBook invitations, Clock clock) {
        this.tally = tally;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** Why nothing is left, or empty when one was taken. */
    Optional<InviteRefusal> take(Invitation invitation, Terms.Caps caps) {
        long inviter = invitation.inviterId();
        long campaign = invitation.campaignId();
        if (invitations.rejected(inviter, campaign) >= REJECTIONS) {
            return Optional.of(InviteRefusal.INVITER_WAS_REJECTED_TOO_OFTEN);
        }
        if (!tally.take(inviter, campaign, TallyStore.ALL, caps.inAll())) {
            return Optional.of(InviteRefusal.INVITE_CAP_IS_REACHED);
        }
        String month = YearMonth.from(invitation.joinedAt().atZone(clock.getZone())).toString();
        if (!tally.take(inviter, campaign, month, caps.perMonth())) {
            tally.giveBack(inviter, campaign, TallyStore.ALL);
            return Optional.of(InviteRefusal.INVITE_CAP_OF_MONTH_IS_REACHED);
        }
        return Optional.empty();
    }
}
