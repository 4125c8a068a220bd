package dev.waystation.platform.members.referral.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A campaign with its newest terms. */
public record Campaign(long id, State state, int version, Terms terms, @Nullable Instant closedAt) {

    /** Links are handed out and followed while RUNNING. */
    public enum State {
        DRAFT,
        RUNNING,
        CLOSED
    }

    /** After this nobody new counts. */
    public Instant endedAt() {
        return closedAt == null ? terms.endsAt() : closedAt;
    }

    public boolean runs(Instant now) {
        return state == State.RUNNING
                && !now.isBefore(terms.startsAt())
                && now.isBefore(terms.endsAt());
    }
}
