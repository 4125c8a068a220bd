package dev.waystation.platform.members.loyalty.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a rule as stored: a draft, or published from an instant on. */
public record RuleVersion(
        RuleSketch sketch,
        int version,
        boolean published,
        @Nullable Instant from,
        @Nullable Instant until,
        String draftedBy,
        @Nullable String publishedBy,
        Instant changedAt) {

    /** draft, scheduled, live or ended. */
    public String state(Instant now) {
        if (!published || from == null) {
            return "draft";
        }
        if (from.isAfter(now)) {
            return "scheduled";
        }
        return until != null && !until.isAfter(now) ? "ended" : "live";
    }
}
