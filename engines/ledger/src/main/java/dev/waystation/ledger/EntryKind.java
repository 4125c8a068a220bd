package dev.waystation.ledger;

/** What an entry records. */
public enum EntryKind {
    CREDIT,
    SPEND,
    HOLD,
    CAPTURE,
    RELEASE,
    EXPIRY,
    /** Value of a spend given back. */
    RETURN,
    /** An earn taken back. */
    REVERSAL
}
