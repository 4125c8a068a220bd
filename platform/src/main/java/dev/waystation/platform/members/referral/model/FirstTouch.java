package dev.waystation.platform.members.referral.model;

import dev.waystation.platform.members.referral.InviteRefusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose invitation it was: the first touch that is valid wins, whatever was opened later. */
public final class FirstTouch {

    /** The touch that counts, or the first one with the reason why it does not. */
    public record Choice(Touch touch, @Nullable InviteRefusal refusal) {}

    private FirstTouch() {}

    /** Empty when nothing was touched; touches stand in the order of their time. */
    public static Optional<Choice> of(List<Touch> touches, Newcomer newcomer) {
        Optional<Choice> valid =
                touches.stream()
                        .map(each -> new Choice(each, refusal(each, newcomer)))
                        .filter(each -> each.refusal() == null)
                        .findFirst();
        return valid.or(() ->
                touches.stream()
                        .findFirst()
                        .map(each -> new Choice(each, refusal(each, newcomer))));
    }

    static @Nullable InviteRefusal refusal(Touch touch, Newcomer newcomer) {
        if (touch.at().isBefore(touch.terms().startsAt())) {
            return InviteRefusal.INVITE_CAMPAIGN_HAS_NOT_BEGUN;
        }
        if (!newcomer.joinedAt().isBefore(touch.endedAt())) {
            return InviteRefusal.INVITE_CAMPAIGN_IS_CLOSED;
        }
        if (touch.inviterId() == newcomer.memberId()) {
            return InviteRefusal.INVITE_IS_ONES_OWN;
        }
        if (newcomer.joinedAt().isBefore(touch.at())) {
            return InviteRefusal.INVITEE_IS_A_MEMBER_ALREADY;
        }
        if (newcomer.joinedAt().isAfter(touch.at().plus(touch.terms().window()))) {
            return InviteRefusal.INVITE_IS_TOO_OLD;
        }
        if (newcomer.documentKey().equals(touch.inviterDocument())) {
            return InviteRefusal.INVITEE_IS_THE_SAME_PERSON;
        }
        return touch.ownDevice() ? InviteRefusal.INVITEE_USES_THE_SAME_DEVICE : null;
    }
}
