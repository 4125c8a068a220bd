package dev.waystation.platform.engagement.audience.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A member got a tag; the reasons are kept under the explanation id. */
public record TagAdded(
        long memberId, String tag, String cause, String explanationId, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
