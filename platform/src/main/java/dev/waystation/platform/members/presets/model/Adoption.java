package dev.waystation.platform.members.presets.model;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A ready-made programme that somebody put in force.
 *
 * @param before per subject what stood there
 * @param after per subject what was put there
 */
public record Adoption(
        long id,
        String preset,
        String by,
        Instant at,
        Map<String, JsonNode> before,
        Map<String, JsonNode> after,
        @Nullable String takenBackBy,
        @Nullable Instant takenBackAt) {

    /** What was put there. */
    public JsonNode put(String part) {
        return Objects.requireNonNull(after.get(part));
    }

    public boolean stands() {
        return takenBackAt == null;
    }
}
