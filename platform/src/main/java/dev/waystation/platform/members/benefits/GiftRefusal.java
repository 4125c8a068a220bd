package dev.waystation.platform.members.benefits;

/** Why a reward did not change hands. */
public enum GiftRefusal {
    GIFT_IS_NOT_YOURS,
    GIFT_NOT_READY,
    GIFT_LIMIT_IS_REACHED,
    GIFT_CODE_UNKNOWN,
    GIFT_TO_ONESELF
}
