package dev.waystation.platform.members.wallet.model;

import dev.waystation.ledger.Account;
import dev.waystation.ledger.Allocation;
import dev.waystation.ledger.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decided entry on its way into the journal.
 *
 * @param lastDay last day of a credit, lapsed day of an expiry
 * @param spendEntryNo the spend that {@code givenBack} returns to
 */
public record Written(
        Past past,
        Entry entry,
        Account account,
        String source,
        @Nullable LocalDate lastDay,
        @Nullable Instant holdExpiresAt,
        long spendEntryNo,
        List<Allocation> givenBack,
        Instant at) {

    public AccountKey key() {
        return new AccountKey(past.memberId(), past.currency());
    }
}
