package dev.waystation.platform.engagement.events;

import dev.waystation.platform.foundation.edge.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An event that has a schema, as conditions can speak of it.
 *
 * @param version the newest
 */
public record EventType(String name, int version, Said title, List<Property> properties) {

    /** With properties of an older version that the newer ones lack. */
    public EventType and(List<Property> older) {
        List<Property> all = new ArrayList<>(properties);
        Set<String> names = new HashSet<>();
        properties.forEach(property -> names.add(property.name()));
        older.stream().filter(property -> names.add(property.name())).forEach(all::add);
        return new EventType(name, version, title, List.copyOf(all));
    }

    /** What a property holds. */
    public enum Kind {
        TEXT,
        WHOLE,
        NUMBER,
        FLAG
    }

    /**
     * A property of plain kind.
     *
     * @param values the only ones it may hold; empty when open
     */
    public record Property(String name, Kind kind, Said title, List<String> values) {}
}
