package dev.waystation.platform.members.accounts.model;

import java.time.LocalDate;

/**
 * The sums of an account's month, without its lines.
 *
 * @param balance after the last line
 */
public record MonthHead(
        LocalDate month, long opening, long charges, long credits, long payments, long balance) {

    public long closing() {
        return opening + charges + credits + payments;
    }

    /** Whether the balance after the last line is what the sums come to. */
    public boolean addsUp() {
        return balance == closing();
    }
}
