package dev.waystation.platform.engagement.audience.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** Somebody set a tag on members by hand, or took it away; each member's own change is told too. */
public record MembersTagged(
        String tag, boolean adds, long members, String by, String reason, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return 0;
    }
}
