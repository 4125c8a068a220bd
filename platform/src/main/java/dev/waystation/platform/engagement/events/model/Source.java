package dev.waystation.platform.engagement.events.model;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sender of events with a write key of its own; message ids are its own too.
 *
 * @param venue where its events happen that name no venue
 * @param zone in which part, unless the event or its device says another
 * @param devices in which zone each device stands
 * @param mapping how the fields of its webhooks become an event, as JSON; null for our own words
 * @param signed whether it has a secret for webhooks
 */
public record Source(
        int id,
        String name,
        String kind,
        @Nullable String venue,
        @Nullable String zone,
        String keyPrefix,
        Map<String, String> devices,
        @Nullable String mapping,
        boolean signed,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    public static final Set<String> KINDS =
            Set.of(
                    "web", "app", "server", "till", "kiosk", "gate", "hotel", "wechat", "ota",
                    "file");

    /** Kinds that stand somewhere: their events carry a venue and a zone. */
    public static final Set<String> PLACED =
            Set.of("till", "kiosk", "gate", "hotel", "wechat", "ota", "file");

    public Source {
        devices = Map.copyOf(devices);
    }
}
