package dev.waystation.platform.members.benefits.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person of a pack, and how often they used it. */
public record EnterpriseSeat(
        long packId,
        int seatNo,
        long memberId,
        UUID reference,
        Instant assignedAt,
        @Nullable String assignedBy,
        @Nullable Instant recalledAt,
        int uses) {}
