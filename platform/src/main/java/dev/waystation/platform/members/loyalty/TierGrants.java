package dev.waystation.platform.members.loyalty;

import java.time.Instant;
import java.util.Optional;

/** The door through which other modules grant a tier for a time; it joins their transaction. */
public interface TierGrants {

    /** Whether there is such a tier. */
    boolean knows(String club, String tier);

    /** Whom, which tier until when, and what for. */
    record Wanted(
            long memberId, String club, String tier, Instant until, String reason, String by) {}

    /** Why it was not granted; empty when it was. */
    Optional<String> grant(Wanted wanted);
}
