package dev.waystation.ledger;

/** How far taking back an earn may go once its points are spent. */
public sealed interface TakeBack {

    /** Only while it is still a promise; what came true stays with the owner. */
    record PendingOnly() implements TakeBack {}

    /** Not below what is left; the remainder is the operator's loss. */
    record WithinBalance() implements TakeBack {}

    /** The remainder becomes debt, up to a limit on the whole debt of the account. */
    record DebtUpTo(long limit) implements TakeBack {}
}
