package dev.waystation.platform.members.partners.model;

import dev.waystation.platform.members.partners.model.Contract.Direction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversion of points. Its id is the reference everything it does is done under, so doing it
 * again changes nothing.
 *
 * @param eventId the partner's own name for it; once per partner for ever
 * @param memberId null while nobody knows who it belongs to
 * @param deadline after it the partner takes nothing under this id any more
 */
public record Conversion(
        UUID id,
        long partnerId,
        Direction direction,
        String eventId,
        @Nullable Long memberId,
        @Nullable String account,
        long units,
        long points,
        long fee,
        int contract,
        Channel channel,
        State state,
        @Nullable String code,
        Instant occurredAt,
        Instant askedAt,
        Instant deadline,
        @Nullable Instant settledAt) {

    /** How it came. */
    public enum Channel {
        MEMBER,
        API,
        FILE
    }

    /** How far it is. */
    public enum State {
        /** Recorded; nothing was sent anywhere. */
        ASKED,
        /** The partner may or may not have it: from here on we only ask, never send again. */
        SENT,
        /** The partner has done its side, ours is due. */
        TAKEN,
        DONE,
        REFUSED,
        /** Nobody knows the member. */
        SUSPENSE
    }

    /** Id of a partner's event: the same for every copy of it. */
    public static UUID idOf(long partnerId, String eventId) {
        return named("partner " + partnerId + " event " + eventId);
    }

    /** Reference of one of the wallet's entries. */
    public UUID entry(String step) {
        return named(id + " " + step);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
