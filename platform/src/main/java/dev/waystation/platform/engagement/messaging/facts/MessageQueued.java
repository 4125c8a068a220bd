package dev.waystation.platform.engagement.messaging.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * A message passed the send gate.
 *
 * @param dueAt when it may leave: later than {@code occurredAt} when quiet hours hold it back
 * @param explanationId why he gets it
 * @param source what asked for it, such as {@code journey/first-trip}
 */
public record MessageQueued(
        long messageId,
        long memberId,
        String channel,
        String templateCode,
        String source,
        Instant dueAt,
        String explanationId,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
