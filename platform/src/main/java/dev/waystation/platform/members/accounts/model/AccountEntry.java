package dev.waystation.platform.members.accounts.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an account's journal.
 *
 * @param minor positive for charges, negative for what came back and for payments
 * @param balance what is owed after it
 * @param memberId who booked, null for payments
 * @param chargedIn the month whose limit a charge used
 */
public record AccountEntry(
        long number,
        LocalDate month,
        Kind kind,
        long minor,
        long balance,
        @Nullable Long memberId,
        @Nullable String order,
        @Nullable LocalDate chargedIn,
        UUID reference,
        String note,
        Instant at) {

    /** What it is. */
    public enum Kind {
        CHARGE,
        CREDIT,
        PAYMENT
    }
}
