package dev.waystation.ledger;

/** Why a change did not happen. */
public enum LedgerRefusal {
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
    NOTHING_TO_TAKE_BACK
}
