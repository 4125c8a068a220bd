package dev.waystation.platform.members.passes.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to pay for a pass.
 *
 * @param creditMinor what the unused days of the earlier pass are worth
 * @param fromPass the pass that is renewed or upgraded
 */
public record Bill(
        UUID orderRef,
        long memberId,
        long passId,
        Kind kind,
        State state,
        long points,
        long cashMinor,
        long creditMinor,
        @Nullable Long fromPass,
        Instant expiresAt) {

    public enum Kind {
        PURCHASE,
        RENEWAL,
        UPGRADE,
        REPLACEMENT
    }

    public enum State {
        OPEN,
        PAID,
        CANCELLED
    }
}
