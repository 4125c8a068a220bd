package dev.waystation.platform.members.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member last said about one channel and purpose.
 *
 * @param since when it was said; null when the member never said anything, which is no consent
 * @param source where it was said: registration, member, staff, import
 */
public record Consent(
        String channel, String purpose, boolean granted, @Nullable Instant since, String source) {}
