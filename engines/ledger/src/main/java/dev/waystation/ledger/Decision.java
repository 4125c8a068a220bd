package dev.waystation.ledger;

/** The answer to every command: an entry to journal, or the reason why there is none. */
public sealed interface Decision {

    /** The account has changed by this entry. */
    record Posted(Entry entry) implements Decision {}

    /**
     * The account is as it was.
     *
     * @param asked the amount of the command
     * @param possible the amount that would have passed
     */
    record Refused(LedgerRefusal code, long asked, long possible) implements Decision {}
}
