package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.Stage;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.members.referral.store.InviteBook;
import dev.waystation.platform.members.referral.store.InviteCampaignStore;
import dev.waystation.platform.members.referral.store.InviteTicketStore;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows whoever was invited from order to trip. The invitation's row is locked, each step is
 * conditional on the one before it, so a fact delivered twice changes nothing.
 */
@Service
public class FollowNewcomer {

    private final InviteBook invitations;
    private final InviteTicketStore tickets;
    private final InviteCampaignStore campaigns;
    private final RewardBook rewards;
    private final ConfirmInvitation confirm;
    private final BuyerSignals buyers;

    FollowNewcomer(
            InviteBook invitations,
            InviteTicketStore tickets,
            InviteCampaignStore campaigns,
            RewardBook rewards,
            ConfirmInvitation confirm,
            BuyerSignals buyers) {
        this.invitations = invitations;
        this.tickets = tickets;
        this.campaigns = campaigns;
        this.rewards = rewards;
        this.confirm = confirm;
        this.buyers = buyers;
    }

    /** A ticket was paid: the first order brings the second reward, promised for now. */
    @Transactional
    public void bought(long memberId, long orderId, long ticketId, Instant at) {
        following(
                memberId,
                invitation -> {
                    tickets.add(memberId, orderId, ticketId, at);
                    Terms terms = campaigns.terms(invitation.campaignId(), invitation.version());
                    buyers.look(invitation, terms.limits(), orderId, at);
                    if (invitation.steps().firstOrder() == null) {
                        first(invitation, orderId, at);
                    }
                });
    }

    /** A ticket was given back; with the last one of the first order its reward goes. */
    @Transactional
    public void refunded(long memberId, long ticketId, Instant at) {
        following(
                memberId,
                invitation -> {
                    if (!tickets.refund(memberId, ticketId)) {
                        return;
                    }
                    Long first = invitation.steps().firstOrder();
                    Optional<InviteTicketStore.Standing> left = tickets.firstStanding(memberId);
                    if (first == null || tickets.stands(memberId, first)) {
                        return;
                    }
                    rewards.refunded(invitation, first, at);
                    invitations.ordered(memberId, null, null);
                    left.ifPresent(next -> first(invitation, next.orderId(), at));
                });
    }

    /** The newcomer passed a gate or arrived. */
    @Transactional
    public void travelled(long memberId, Instant at) {
        following(
                memberId,
                _ -> {
                    invitations.travelled(memberId, at);
                    confirm.handle(invitations.find(memberId).orElseThrow(), at);
                });
    }

    private void first(Invitation invitation, long orderId, Instant at) {
        invitations.ordered(invitation.inviteeId(), orderId, at);
        rewards.hold(invitation, Stage.FIRST_ORDER, orderId, at);
    }

    private void following(long memberId, Consumer<Invitation> step) {
        invitations.locked(memberId).filter(Invitation::lives).ifPresent(step);
    }
}
