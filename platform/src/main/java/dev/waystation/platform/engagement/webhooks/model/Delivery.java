package dev.waystation.platform.engagement.webhooks.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One fact for one endpoint. */
public record Delivery(
        long id,
        long endpointId,
        String messageId,
        String type,
        String payload,
        String state,
        int attempts,
        Instant dueAt,
        Instant createdAt,
        @Nullable Instant settledAt) {

    /** One try to deliver it. */
    public record Attempt(
            int number,
            Instant at,
            @Nullable Integer status,
            @Nullable String error,
            int tookMillis) {}
}
