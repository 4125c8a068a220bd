package dev.waystation.platform.engagement.messaging.store;

import dev.waystation.platform.engagement.messaging.MessageOffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row on its way into the outbox; the id is given by the database. */
public record MessageRow(
        MessageOffer offer,
        int templateVersion,
        String status,
        @Nullable String reason,
        @Nullable UUID because,
        UUID why,
        Instant offeredAt,
        @Nullable Instant dueAt) {

    public UUID reference() {
        return offer.reference();
    }

    public long memberId() {
        return offer.memberId();
    }
}
