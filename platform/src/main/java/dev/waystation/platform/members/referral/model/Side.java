package dev.waystation.platform.members.referral.model;

/** Who gets a reward. Only these two: whoever invited the inviter gets nothing. */
public enum Side {
    INVITER,
    INVITEE
}
