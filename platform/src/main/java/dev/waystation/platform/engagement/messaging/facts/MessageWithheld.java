package dev.waystation.platform.engagement.messaging.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * The send gate said no; nothing left the house.
 *
 * @param reason the code of the check that failed
 * @param explanationId every check that was made
 */
public record MessageWithheld(
        long messageId,
        long memberId,
        String channel,
        String templateCode,
        String reason,
        String source,
        String explanationId,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
