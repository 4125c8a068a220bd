package dev.waystation.platform.engagement.events.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message as it was read: nothing of it is taken on trust any more.
 *
 * @param externalIds a JSON array, as sent
 * @param properties a JSON object, as sent
 * @param position where, as a coarse cell of the earth
 * @param schemaVersion by which it was found right, 0 for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Message(
        String messageId,
        Call call,
        String name,
        @Nullable String userId,
        @Nullable String anonymousId,
        @Nullable String deviceId,
        @Nullable String detail,
        @Nullable Instant claimedAt,
        @Nullable Instant sentAt,
        @Nullable String venue,
        @Nullable String zone,
        @Nullable Long position,
        int schemaVersion,
        byte @Nullable [] externalIds,
        byte[] properties) {

    /**
     * The same, at its source's place unless it names one; a device stands in a zone of its own.
     */
    public Message at(Source source) {
        String home = source.venue();
        if (home == null || (venue != null && !venue.equals(home))) {
            return this;
        }
        String stands = deviceId == null ? null : source.devices().get(deviceId);
        String part = zone != null ? zone : stands != null ? stands : source.zone();
        return with(sentAt, home, part, schemaVersion);
    }

    /** The same, sent at a moment that its batch names. */
    public Message sentAt(Instant sent) {
        return with(sent, venue, zone, schemaVersion);
    }

    /** The same, found right by a version of its schema. */
    public Message fitting(int version) {
        return with(sentAt, venue, zone, version);
    }

    private Message with(
            @Nullable Instant sent, @Nullable String place, @Nullable String part, int version) {
        return new Message(
                messageId,
                call,
                name,
                userId,
                anonymousId,
                deviceId,
                detail,
                claimedAt,
                sent,
                place,
                part,
                position,
                version,
                externalIds,
                properties);
    }
}
