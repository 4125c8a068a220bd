package dev.waystation.platform.foundation.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as people watch it.
 *
 * @param rate units per second so far
 * @param remainingSeconds at that rate; null while nobody can tell
 * @param owner the caller who asked for it, as their session names them; null when the house did
 */
public record JobView(
        String id,
        String kind,
        String state,
        long done,
        long total,
        double rate,
        @Nullable Long remainingSeconds,
        @Nullable JsonNode result,
        @Nullable String error,
        @Nullable String owner,
        Instant createdAt,
        @Nullable Instant endedAt) {}
