package dev.waystation.platform.engagement.events.model;

import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits for its schema or its sender to be mended.
 *
 * @param call of a single message; a message of a batch names its own
 */
public record Quarantined(
        long id,
        int sourceId,
        @Nullable Call call,
        String raw,
        String field,
        Said remedy,
        @Nullable Instant sentAt,
        Instant receivedAt,
        String state) {}
