package dev.waystation.platform.members.wallet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points somebody earned before the world began; the last day follows from the currency.
 *
 * @param funding who pays for them, null for whoever pays for the currency
 */
public record PastCredit(
        long memberId,
        String currency,
        long amount,
        Instant postedAt,
        String source,
        @Nullable String funding) {

    public PastCredit(
            long memberId, String currency, long amount, Instant postedAt, String source) {
        this(memberId, currency, amount, postedAt, source, null);
    }
}
