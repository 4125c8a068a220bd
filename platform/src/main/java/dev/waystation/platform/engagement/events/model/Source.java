package dev.waystation.platform.engagement.events.model;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sender of events with a write key of its own; message ids are its own too. */
public record Source(
        int id,
        String name,
        String kind,
        @Nullable String venue,
        @Nullable String zone,
        String keyPrefix,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    public static final Set<String> KINDS =
            Set.of(
                    "web", "app", "server", "till", "kiosk", "gate", "hotel", "wechat", "ota",
                    "file");
}
