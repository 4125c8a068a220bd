package dev.waystation.ledger;

/** A hold ends in exactly one of the last two. */
public enum HoldState {
    OPEN,
    CAPTURED,
    RELEASED
}
