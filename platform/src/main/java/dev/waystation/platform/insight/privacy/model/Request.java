package dev.waystation.platform.insight.privacy.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person asked of their data, done.
 *
 * @param kind export or erasure
 * @param document the proof of an erasure, as it was signed; null for an export
 */
public record Request(
        long id,
        String kind,
        long memberId,
        String by,
        String reason,
        Instant at,
        @Nullable String document,
        @Nullable String signature) {}
