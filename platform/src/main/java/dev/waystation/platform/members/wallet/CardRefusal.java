package dev.waystation.platform.members.wallet;

/** Why a card did not do what somebody wanted. */
public enum CardRefusal {
    CARD_IS_UNKNOWN,
    CARD_IS_NOT_ACTIVE,
    CARD_NEEDS_REACTIVATION,
    CARD_CAP_EXCEEDED,
    BANK_TRANSFER_NEEDED,
    GIFT_IS_NOT_OFFERED,
    MERCHANT_OUT_OF_SCOPE,
    STORED_VALUE_TOO_LOW,
    TOP_UP_IS_UNKNOWN,
    WITHDRAWAL_TOO_LATE,
    SERVICE_USED_BEFORE,
    NOTHING_TO_REFUND,
    MEDIUM_IS_TAKEN
}
