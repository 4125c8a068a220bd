package dev.waystation.platform.engagement.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event.
 *
 * @param key names it for ever: two rows with one key are the same event
 * @param call identify, track, page, screen, group or alias
 * @param sharedDevice whether its device serves everybody, as a kiosk does
 * @param detail the previous id of an alias, the group, the page
 * @param happenedAt by the platform's clock
 * @param receivedAt from when on it can be seen
 */
public record TakenEvent(
        Key key,
        String call,
        String name,
        @Nullable String userId,
        @Nullable String anonymousId,
        @Nullable String deviceId,
        boolean sharedDevice,
        @Nullable String detail,
        List<ExternalId> externalIds,
        Instant happenedAt,
        Instant receivedAt,
        @Nullable String venue,
        @Nullable String zone,
        Map<String, Object> properties) {

    /** Where the event lies. */
    public record Key(LocalDate homeDay, int sourceId, String messageId) {
        @Override
        public String toString() {
            return homeDay + "/" + sourceId + "/" + messageId;
        }
    }

    /** An identifier with its type, such as a WeChat union id. */
    public record ExternalId(String type, String id) {}
}
