package dev.waystation.platform.members.wallet.model;

import dev.waystation.ledger.Account;

/** How an account stands after an entry. */
public record Totals(
        long entries, long available, long held, long pending, long debt, int activeUntil) {

    public static Totals of(Account account) {
        return new Totals(
                account.entries(),
                account.available(),
                account.held(),
                account.pending(),
                account.debt(),
                account.activeUntil());
    }
}
