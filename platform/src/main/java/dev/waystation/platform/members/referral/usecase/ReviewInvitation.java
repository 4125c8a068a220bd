package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.referral.facts.InvitationReviewed;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.store.InviteBook;
import dev.waystation.platform.members.referral.store.TallyStore;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets an invitation count that looked wrong, or rejects it and takes back what it brought. */
@Service
public class ReviewInvitation {

    /** {@code by} as {@code staff:7}. */
    public record Command(long inviteeId, boolean approved, String reason, String by) {
        public Command {
            int length = reason.strip().length();
            Malformed.require(
                    length >= 4 && length <= 200,
                    "reason",
                    reason,
                    "say in 4 to 200 characters why");
        }
    }

    /** What became of it. */
    public enum Outcome {
        DECIDED,
        DECIDED_ALREADY,
        UNKNOWN
    }

    private final InviteBook invitations;
    private final ConfirmInvitation confirm;
    private final RewardBook rewards;
    private final TallyStore tally;
    private final FactLog facts;
    private final Clock clock;

    ReviewInvitation(
            InviteBook invitations,
            ConfirmInvitation confirm,
            RewardBook rewards,
            TallyStore tally,
            FactLog facts,
            Clock clock) {
        this.invitations = invitations;
        this.confirm = confirm;
        this.rewards = rewards;
        this.tally = tally;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Invitation before = invitations.locked(command.inviteeId()).orElse(null);
        if (before == null) {
            return Outcome.UNKNOWN;
        }
        return decide(before, command, false) ? Outcome.DECIDED : Outcome.DECIDED_ALREADY;
    }

    /** Two members turned out to be one person: nobody has to be asked. */
    @Transactional
    public void samePerson(long inviteeId, long inviterId, String by, String reason) {
        invitations
                .locked(inviteeId)
                .filter(each -> each.inviterId() == inviterId)
                .ifPresent(each -> decide(each, new Command(inviteeId, false, reason, by), true));
    }

    private boolean decide(Invitation before, Command command, boolean asIs) {
        Instant now = clock.instant();
        if (!invitations.decide(
                before.inviteeId(),
                command.approved(),
                asIs,
                command.by(),
                command.reason().strip(),
                now)) {
            return false;
        }
        Invitation after = invitations.find(before.inviteeId()).orElseThrow();
        if (command.approved()) {
            confirm.handle(after, now);
        } else {
            rewards.rejected(after, now);
            if (before.state() == Invitation.State.CONFIRMED) {
                tally.unconfirm(before.inviterId(), before.campaignId());
            }
        }
        facts.append(
                new InvitationReviewed(
                        before.inviteeId(),
                        before.inviterId(),
                        before.campaignId(),
                        command.approved(),
                        command.reason(),
                        command.by(),
                        now));
        return true;
    }
}
