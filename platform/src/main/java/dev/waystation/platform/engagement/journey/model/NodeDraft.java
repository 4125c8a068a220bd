package dev.waystation.platform.engagement.journey.model;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;

/**
 * A node as the canvas has it.
 *
 * @param kind entry, one of those that {@link GraphReader} reads
 * @param settings what the kind needs; {@link GraphReader} says which
 */
public record NodeDraft(
        String id, String kind, Said label, int x, int y, Map<String, Object> settings) {

    public NodeDraft {
        settings = Map.copyOf(settings);
    }
}
