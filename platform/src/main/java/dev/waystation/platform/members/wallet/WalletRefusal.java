package dev.waystation.platform.members.wallet;

import dev.waystation.ledger.LedgerRefusal;

/** Why a balance did not change. */
public enum WalletRefusal {
    REFERENCE_MEANS_SOMETHING_ELSE,
    SPEND_IS_UNKNOWN,
    CREDIT_IS_UNKNOWN,
    AMOUNT_IS_NOT_POSITIVE,
    BALANCE_WOULD_OVERFLOW,
    LOT_HAS_LAPSED,
    BALANCE_IS_TOO_LOW,
    HOLD_EXISTS_ALREADY,
    HOLD_IS_UNKNOWN,
    HOLD_IS_CLOSED,
    CAPTURE_EXCEEDS_HOLD,
    RETURN_EXCEEDS_SPEND,
    NOTHING_LAPSED,
    NOTHING_TO_TAKE_BACK;

    /** The engine's refusals carry the same names here. */
    public static WalletRefusal of(LedgerRefusal code) {
        return switch (code) {
            case AMOUNT_IS_NOT_POSITIVE -> AMOUNT_IS_NOT_POSITIVE;
            case BALANCE_WOULD_OVERFLOW -> BALANCE_WOULD_OVERFLOW;
            case LOT_HAS_LAPSED -> LOT_HAS_LAPSED;
            case BALANCE_IS_TOO_LOW -> BALANCE_IS_TOO_LOW;
            case HOLD_EXISTS_ALREADY -> HOLD_EXISTS_ALREADY;
            case HOLD_IS_UNKNOWN -> HOLD_IS_UNKNOWN;
            case HOLD_IS_CLOSED -> HOLD_IS_CLOSED;
            case CAPTURE_EXCEEDS_HOLD -> CAPTURE_EXCEEDS_HOLD;
            case RETURN_EXCEEDS_SPEND -> RETURN_EXCEEDS_SPEND;
            case NOTHING_LAPSED -> NOTHING_LAPSED;
            case NOTHING_TO_TAKE_BACK -> NOTHING_TO_TAKE_BACK;
        };
    }
}
