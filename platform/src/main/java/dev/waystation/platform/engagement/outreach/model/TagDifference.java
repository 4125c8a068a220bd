package dev.waystation.platform.engagement.outreach.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where both sides changed a tag, or a rule decides. */
public record TagDifference(
        String customer,
        @Nullable Long memberId,
        String tag,
        boolean ours,
        boolean theirs,
        String outcome,
        Instant at) {}
