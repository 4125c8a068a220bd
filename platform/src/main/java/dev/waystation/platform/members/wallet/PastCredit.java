package dev.waystation.platform.members.wallet;

import java.time.Instant;

/** Points somebody earned before the world began; the last day follows from the currency. */
public record PastCredit(
        long memberId, String currency, long amount, Instant postedAt, String source) {}
