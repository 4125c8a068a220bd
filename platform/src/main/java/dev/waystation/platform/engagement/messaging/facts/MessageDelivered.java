package dev.waystation.platform.engagement.messaging.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A channel took the message and said so. */
public record MessageDelivered(
        long messageId, long memberId, String channel, String templateCode, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
