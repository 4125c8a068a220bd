package dev.waystation.platform.members.referral.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What waits for somebody to look at it, or did. */
public record WaitingLine(
        InviteLine line, Instant flaggedAt, @Nullable String why, @Nullable String decision) {}
