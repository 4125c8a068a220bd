package dev.waystation.platform.members.wallet.model;

import dev.waystation.ledger.EntryKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was posted under a reference before. */
public record Past(
        long memberId,
        UUID reference,
        String currency,
        EntryKind kind,
        long asked,
        @Nullable UUID about,
        long entryNo,
        long amount,
        long spendableAfter,
        @Nullable String explanationId) {}
