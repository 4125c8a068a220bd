package dev.waystation.platform.engagement.messaging.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * A member answered over a channel.
 *
 * @param word the answer when it is one short word, in capitals; anything longer stays unread here
 */
public record MessageAnswered(long memberId, String channel, String word, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
