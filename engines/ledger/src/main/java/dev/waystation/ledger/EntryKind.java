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
    REVERSAL,
    /** A reversal undone. */
    RESTORATION,
    /** An earn that waits for a time or an action. */
    PROMISE,
    /** A promise that came true. */
    ACTIVATION,
    /** A promise that did not, or not wholly. */
    CANCELLATION,
    /** Value taken by the operator, with a reason. */
    DEDUCTION,
    /** Debt forgiven. */
    WRITE_OFF,
    /** Another last day for what is left in lots. */
    MOVE,
    /** Expired value put back. */
    REINSTATEMENT,
    /** Value on its way to another owner. */
    TRANSFER_OUT,
    /** Value that came from another owner, lot by lot as it left there. */
    TRANSFER_IN
}
