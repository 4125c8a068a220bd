package dev.waystation.platform.engagement.messaging.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * The send gate said no; nothing left the house.
 *
 * @param reason the code of the check that failed
 */
public record MessageWithheld(
        long messageId,
        long memberId,
        String channel,
        String purpose,
        String templateCode,
        String reason,
        String source,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
