package dev.waystation.platform.engagement.messaging.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as stored. */
public record KeptMessage(
        long messageId,
        long memberId,
        UUID reference,
        String channel,
        String purpose,
        String templateCode,
        int templateVersion,
        String valuesJson,
        String source,
        String status,
        @Nullable String reason,
        String whyJson,
        String explanationId,
        Instant offeredAt,
        @Nullable Instant dueAt,
        @Nullable Instant closedAt,
        @Nullable Instant staleAt) {}
