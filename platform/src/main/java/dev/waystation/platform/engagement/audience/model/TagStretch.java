package dev.waystation.platform.engagement.audience.model;

import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a member over a stretch of time.
 *
 * @param cause a fact, a word such as {@code time} or {@code edit}, or whose hand it was
 * @param ruleVersion null where a hand did it
 */
public record TagStretch(
        String tag,
        Said name,
        Instant at,
        String cause,
        @Nullable Integer ruleVersion,
        @Nullable Said value,
        @Nullable Instant endedAt,
        @Nullable String endCause,
        @Nullable Integer endRuleVersion) {}
