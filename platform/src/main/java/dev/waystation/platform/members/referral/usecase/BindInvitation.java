package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.referral.InviteRefusal;
import dev.waystation.platform.members.referral.model.FirstTouch;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.Newcomer;
import dev.waystation.platform.members.referral.model.Touch;
import dev.waystation.platform.members.referral.store.InviteBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds out who brought a newcomer, once in the newcomer's life. */
@Service
public class BindInvitation {

    /** Who joined, with the visitor's token their browser carried. */
    public record Command(long inviteeId, String visitor, Instant joinedAt) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** A member brought the newcomer. */
        record Bound(long inviterId) implements Outcome {}

        /** Kept with its reason: the newcomer does not count for anybody. */
        record Refused(InviteRefusal code) implements Outcome {}

        /** No link was opened. */
        record CameAlone() implements Outcome {}
    }

    private final TouchRoom touches;
    private final Members members;
    private final InviteBook invitations;
    private final InviteQuota quota;
    private final AfterBinding after;
    private final InviteWords words;

    BindInvitation(
            TouchRoom touches,
            Members members,
            InviteBook invitations,
            InviteQuota quota,
            AfterBinding after,
            InviteWords words) {
        this.touches = touches;
        this.members = members;
        this.invitations = invitations;
        this.quota = quota;
        this.after = after;
        this.words = words;
    }

    @Transactional
    public Outcome handle(Command command) {
        List<Touch> opened = touches.of(command.visitor());
        Newcomer newcomer =
                new Newcomer(
                        command.inviteeId(),
                        TouchRoom.ownDocument(members.travellers(command.inviteeId())).orElse(""),
                        command.joinedAt());
        return FirstTouch.of(opened, newcomer)
                .map(choice -> bind(command, choice))
                .orElseGet(Outcome.CameAlone::new);
    }

    private Outcome bind(Command command, FirstTouch.Choice choice) {
        Invitation invitation = draft(command, choice);
        if (!invitations.add(invitation)) {
            return new Outcome.Refused(InviteRefusal.INVITEE_WAS_INVITED_ALREADY);
        }
        touches.spend(command.visitor(), command.inviteeId());
        if (choice.refusal() != null) {
            return new Outcome.Refused(choice.refusal());
        }
        Optional<InviteRefusal> full = quota.take(invitation, choice.touch().terms().caps());
        if (full.isPresent()) {
            invitations.refuse(
                    command.inviteeId(), full.get(), whys(command, choice.touch(), full.get()));
            return new Outcome.Refused(full.get());
        }
        after.handle(invitation, choice.touch());
        return new Outcome.Bound(invitation.inviterId());
    }

    private Invitation draft(Command command, FirstTouch.Choice choice) {
        Touch touch = choice.touch();
        InviteRefusal refusal = choice.refusal();
        return new Invitation(
                command.inviteeId(),
                touch.inviterId(),
                touch.campaignId(),
                touch.version(),
                touch.code(),
                touch.channel(),
                touch.at(),
                command.joinedAt(),
                refusal == null ? Invitation.State.WAITING : Invitation.State.REFUSED,
                refusal == null ? null : refusal.name(),
                Invitation.Steps.NONE,
                Invitation.Review.NONE,
                List.of(),
                whys(command, touch, refusal));
    }

    private Invitation.Whys whys(Command command, Touch touch, @Nullable InviteRefusal refusal) {
        return new Invitation.Whys(
                why(touch.inviterId(), command.inviteeId(), "INVITER", touch, refusal),
                why(command.inviteeId(), touch.inviterId(), "INVITEE", touch, refusal));
    }

    private String why(
            long reader, long other, String side, Touch touch, @Nullable InviteRefusal refusal) {
        Map<String, Object> values =
                Map.of(
                        "other", words.masked(other),
                        "days", touch.terms().windowDays(),
                        "month", touch.terms().caps().perMonth(),
                        "all", touch.terms().caps().inAll());
        Reason reason =
                refusal == null
                        ? words.reason("INVITE_FIRST_TOUCH", true, values)
                        : words.reason(refusal.name(), false, values);
        String sentence = refusal == null ? "INVITE_COUNTS_FOR_" : "INVITE_DOES_NOT_COUNT_FOR_";
        return words.keep(reader, sentence + side, values, List.of(reason));
    }
}
