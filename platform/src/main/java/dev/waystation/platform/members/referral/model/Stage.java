package dev.waystation.platform.members.referral.model;

/** What a reward is for. */
public enum Stage {
    SIGN_UP,
    FIRST_ORDER
}
