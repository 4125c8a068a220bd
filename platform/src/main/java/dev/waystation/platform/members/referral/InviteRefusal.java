package dev.waystation.platform.members.referral;

/** Why an invitation does not count, in the order in which the reasons are looked for. */
public enum InviteRefusal {
    INVITE_CODE_IS_UNKNOWN,
    INVITE_CAMPAIGN_HAS_NOT_BEGUN,
    INVITE_CAMPAIGN_IS_CLOSED,
    INVITE_IS_ONES_OWN,
    INVITEE_IS_A_MEMBER_ALREADY,
    INVITE_IS_TOO_OLD,
    INVITEE_IS_THE_SAME_PERSON,
    INVITEE_USES_THE_SAME_DEVICE,
    INVITEE_WAS_INVITED_ALREADY,
    INVITE_CAP_OF_MONTH_IS_REACHED,
    INVITE_CAP_IS_REACHED,
    INVITER_WAS_REJECTED_TOO_OFTEN
}
