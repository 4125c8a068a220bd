package dev.waystation.platform.members.wallet;

/** Why somebody can't be forgotten yet. */
public enum MoneyLeftRefusal {
    /** What a member paid in belongs to the member. */
    STORED_VALUE_NOT_PAID_BACK
}
