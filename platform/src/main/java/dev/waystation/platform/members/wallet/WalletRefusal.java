package dev.waystation.platform.members.wallet;

import dev.waystation.ledger.LedgerRefusal;

/** Why a balance did not change. */
public enum WalletRefusal {
    REFERENCE_MEANS_SOMETHING_ELSE,
    SPEND_IS_UNKNOWN,
    CREDIT_IS_UNKNOWN,
    REVERSAL_IS_UNKNOWN,
    EXPIRY_IS_UNKNOWN,
    ALREADY_UNDONE,
    TOO_LATE_TO_REINSTATE,
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
    NOTHING_TO_TAKE_BACK,
    TAKE_BACK_EXCEEDS_EARN,
    PROMISE_EXISTS_ALREADY,
    PROMISE_IS_UNKNOWN,
    PROMISE_IS_SETTLED,
    CANCELLATION_EXCEEDS_PROMISE,
    WRITE_OFF_EXCEEDS_DEBT,
    NOTHING_TO_MOVE,
    NOTHING_TO_REINSTATE;

    /** The engine's refusals carry the same names here; a test holds that. */
    public static WalletRefusal of(LedgerRefusal code) {
        return valueOf(code.name());
    }
}
