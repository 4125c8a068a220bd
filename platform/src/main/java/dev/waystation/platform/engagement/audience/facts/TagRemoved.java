package dev.waystation.platform.engagement.audience.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A member lost a tag: its rule no longer holds. */
public record TagRemoved(long memberId, String tag, String cause, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
