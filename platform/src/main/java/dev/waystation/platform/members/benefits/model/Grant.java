package dev.waystation.platform.members.benefits.model;

import java.time.Instant;
import java.util.UUID;

/** A coupon that was handed out, as the journal keeps it. */
public record Grant(
        long campaignId,
        long sequence,
        long memberId,
        int nth,
        UUID reference,
        String source,
        Instant claimedAt,
        Instant expiresAt) {}
