package dev.waystation.platform.members.wallet.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A member misses points for a trip. */
public record Claim(
        long id,
        long memberId,
        String order,
        LocalDate tripOn,
        String evidence,
        State state,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        @Nullable Long points) {

    /** It waits, or somebody decided. */
    public enum State {
        OPEN,
        ACCEPTED,
        REJECTED
    }
}
