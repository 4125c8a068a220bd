package dev.waystation.platform.engagement.audience.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** Somebody gave a tag a rule, or another one. */
public record TagRuleSet(String tag, int version, String by, String reason, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return 0;
    }
}
