package dev.waystation.platform.members.wallet.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A correction that a person wants, and what became of it. */
public record Adjustment(
        long id,
        long memberId,
        String currency,
        Kind kind,
        long amount,
        String reason,
        UUID reference,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision) {

    /** What it does to the balance. */
    public enum Kind {
        CREDIT,
        DEDUCT,
        WRITE_OFF
    }

    /** It waits for a second person, or is decided. */
    public enum State {
        WAITING,
        POSTED,
        REFUSED
    }
}
