package dev.waystation.platform.members.wallet.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a statement: what happened to the balance, why, by whom, from which lots, and what it
 * was afterwards.
 */
public record StatementLine(
        long entryNo,
        String kind,
        long change,
        long amount,
        String source,
        @Nullable LocalDate lastDay,
        @Nullable String explanationId,
        @Nullable String order,
        @Nullable String rule,
        @Nullable String actor,
        List<Part> lots,
        long spendableAfter,
        Instant at) {

    /** What left a lot, or came into it when negative. */
    public record Part(LocalDate lastDay, String source, long amount) {}

    public StatementLine {
        lots = List.copyOf(lots);
    }
}
