package dev.waystation.platform.engagement.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One event.
 *
 * @param key names it for ever: two rows with one key are the same event
 * @param call identify, track, page, screen, group or alias
 * @param sourceKind what sort of sender: web, till, kiosk and so on
 * @param detail the previous id of an alias, the group, the page
 * @param happenedAt by the platform's clock
 * @param receivedAt from when on it can be seen
 * @param position where, as a coarse cell of the earth ({@code Cell})
 */
public record TakenEvent(
        Key key,
        String call,
        String name,
        @Nullable String userId,
        @Nullable String anonymousId,
        @Nullable String deviceId,
        String sourceKind,
        @Nullable String detail,
        List<ExternalId> externalIds,
        Instant happenedAt,
        Instant receivedAt,
        @Nullable String venue,
        @Nullable String zone,
        @Nullable Long position,
        Map<String, Object> properties) {

    private static final Set<String> SHARED = Set.of("till", "kiosk", "gate");
    private static final Set<String> OPEN = Set.of("web", "app", "kiosk");

    /** Whether its device serves everybody, as a kiosk does. */
    public boolean isOnSharedDevice() {
        return SHARED.contains(sourceKind);
    }

    /** Whether its sender is one of ours or of a partner's servers, which know whom they name. */
    public boolean isVouchedFor() {
        return !OPEN.contains(sourceKind);
    }

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
