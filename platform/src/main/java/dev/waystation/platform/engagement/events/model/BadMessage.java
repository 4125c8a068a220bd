package dev.waystation.platform.engagement.events.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that can not be taken as it is.
 *
 * @param place in the batch, from 0
 * @param call of a single message; one of a batch names its own
 * @param raw the message as sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BadMessage(
        int place, @Nullable Call call, Malformed fault, byte[] raw, @Nullable Instant sentAt) {

    /** The same, of a batch sent at a moment. */
    public BadMessage sentAt(Instant sent) {
        return new BadMessage(place, call, fault, raw, sentAt == null ? sent : sentAt);
    }
}
