package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.edge.Waiting;
import dev.waystation.platform.members.referral.store.InviteReads;
import org.springframework.stereotype.Component;

/** Doubtful invitations, for the home page. */
@Component
class WaitingInvitations implements Waiting {

    private final InviteReads invitations;

    WaitingInvitations(InviteReads invitations) {
        this.invitations = invitations;
    }

    @Override
    public String code() {
        return "invitations";
    }

    @Override
    public Said label() {
        return new Said("待审核的邀请", "Invitations to review");
    }

    @Override
    public String permission() {
        return "referral.review";
    }

    @Override
    public String href() {
        return "/referral/reviews";
    }

    @Override
    public long count() {
        return invitations.waiting();
    }
}
