package dev.waystation.platform.members.wallet.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line of a statement: what happened to the balance, and what it was afterwards. */
public record StatementLine(
        long entryNo,
        String kind,
        long change,
        String source,
        @Nullable LocalDate lastDay,
        @Nullable String explanationId,
        long spendableAfter,
        Instant at) {}
