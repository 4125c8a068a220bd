package dev.waystation.platform.members.membership.model;

import java.time.Instant;
import java.util.UUID;

/** An invitation into a family that nobody answered yet. */
public record Invitation(
        UUID id, long householdId, long memberId, long invitedBy, Instant expiresAt) {}
