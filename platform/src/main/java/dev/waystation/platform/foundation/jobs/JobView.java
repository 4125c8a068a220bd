package dev.waystation.platform.foundation.jobs;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as people watch it.
 *
 * @param rate units per second so far
 * @param remainingSeconds at that rate; null while nobody can tell
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
        @Nullable String error) {}
