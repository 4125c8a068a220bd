package dev.waystation.platform.engagement.audience.model;

import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.Map;

/**
 * A segment as it is stored.
 *
 * @param list whether people, and no condition, decided who is in
 */
public record Segment(
        long id,
        Said name,
        boolean published,
        boolean list,
        int version,
        Map<String, Object> condition,
        Instant updatedAt) {}
