package dev.waystation.platform.selling.inventory.model;

import java.util.Map;

/**
 * A run as readers see it.
 *
 * @param version sequence of the last decision included
 */
public record RunView(RunLayout layout, long version, Map<String, ClassView> classes) {
    public RunView {
        classes = Map.copyOf(classes);
    }
}
