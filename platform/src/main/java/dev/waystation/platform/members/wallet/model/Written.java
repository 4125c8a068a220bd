package dev.waystation.platform.members.wallet.model;

import dev.waystation.ledger.Allocation;
import dev.waystation.ledger.Entry;
import dev.waystation.platform.members.wallet.Note;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decided entry on its way into the journal.
 *
 * @param lastDay last day of a credit, lapsed day of an expiry
 * @param dueAt when a hold runs out, when a promise comes true
 * @param promiseLeft what is left of the promise the entry is about
 * @param spendEntryNo the spend that {@code givenBack} returns to
 */
public record Written(
        Past past,
        Entry entry,
        Totals after,
        String source,
        Note note,
        @Nullable LocalDate lastDay,
        @Nullable Instant dueAt,
        long promiseLeft,
        long spendEntryNo,
        List<Allocation> givenBack,
        Instant at) {

    public AccountKey key() {
        return new AccountKey(past.memberId(), past.currency());
    }
}
