package dev.waystation.ledger;

/**
 * Where value can be. The first four belong to the account's owner; the others are the operator's
 * and exist only as the sum of what was posted to them, so no transaction ever waits for a row that
 * all members share.
 */
public enum Place {
    /** In lots and free to spend; never below zero. */
    AVAILABLE(true),
    /** In lots but promised to a hold; never below zero. */
    HELD(true),
    /** Earned, but waiting for a time or an action; never below zero. */
    PENDING(true),
    /** Owed by the owner after an earn was taken back; never above zero. */
    DEBT(true),
    /** The operator's promise: minus what was ever issued and not taken back. */
    ISSUANCE(false),
    /** What owners spent. */
    REDEMPTION(false),
    /** What expired unused. */
    BREAKAGE(false),
    /** What left one owner and has not reached the other; zero when nothing is on its way. */
    TRANSIT(false),
    /** Minus the debt that was forgiven. */
    WRITTEN_OFF(false);

    private final boolean owner;

    Place(boolean owner) {
        this.owner = owner;
    }

    /** Whether the place counts into the owner's balance. */
    public boolean ofOwner() {
        return owner;
    }
}
