package dev.waystation.platform.members.referral.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.RefusalProblem;
import dev.waystation.platform.members.referral.InviteRefusal;
import org.springframework.http.HttpStatus;

/** Refused invitations as problems, and who asks. */
final class InviteProblems {

    static final String CAMPAIGN = "inv";
    static final String MEMBER = "mbr";

    private InviteProblems() {}

    static RefusalProblem of(InviteRefusal code) {
        return switch (code) {
            case INVITE_CODE_IS_UNKNOWN -> Refusal.of(code, HttpStatus.NOT_FOUND);
            case INVITE_CAMPAIGN_HAS_NOT_BEGUN,
                    INVITE_CAMPAIGN_IS_CLOSED,
                    INVITE_IS_ONES_OWN,
                    INVITEE_IS_A_MEMBER_ALREADY,
                    INVITE_IS_TOO_OLD,
                    INVITEE_IS_THE_SAME_PERSON,
                    INVITEE_USES_THE_SAME_DEVICE,
                    INVITEE_WAS_INVITED_ALREADY,
                    INVITE_CAP_OF_MONTH_IS_REACHED,
                    INVITE_CAP_IS_REACHED,
                    INVITER_WAS_REJECTED_TOO_OFTEN ->
                    Refusal.of(code, HttpStatus.CONFLICT);
        };
    }

    static long member(Caller caller) {
        return switch (caller) {
            case Caller.Member(long id) -> id;
            case Caller.Staff _, Caller.ApiClient _, Caller.Anonymous _ ->
                    throw new Malformed("caller", caller.key(), "sign in as a member");
        };
    }
}
