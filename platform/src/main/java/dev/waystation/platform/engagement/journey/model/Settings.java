package dev.waystation.platform.engagement.journey.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the settings of one node and names node, field and remedy where they make no sense. */
record Settings(NodeDraft node) {

    String text(String name) {
        Object value = node.settings().get(name);
        Malformed.require(value instanceof String, field(name), value, "give a text");
        return String.valueOf(value);
    }

    String text(String name, String otherwise) {
        return node.settings().containsKey(name) ? text(name) : otherwise;
    }

    String oneOf(String name, List<String> known) {
        String value = text(name);
        Malformed.require(
                known.contains(value),
                field(name),
                value,
                "use one of " + String.join(", ", known));
        return value;
    }

    long whole(String name, long otherwise) {
        Object value = node.settings().getOrDefault(name, otherwise);
        Malformed.require(
                value instanceof Integer || value instanceof Long,
                field(name),
                value,
                "give a whole number");
        return ((Number) value).longValue();
    }

    boolean flag(String name, boolean otherwise) {
        Object value = node.settings().getOrDefault(name, otherwise);
        Malformed.require(value instanceof Boolean, field(name), value, "give true or false");
        return Boolean.TRUE.equals(value);
    }

    Duration length(String name) {
        String value = text(name);
        try {
            return Duration.parse(value);
        } catch (DateTimeException malformed) {
            throw new Malformed(field(name), value, "give a length such as P2D or PT2H");
        }
    }

    Duration length(String name, Duration otherwise) {
        return node.settings().containsKey(name) ? length(name) : otherwise;
    }

    LocalTime time(String name) {
        String value = text(name);
        try {
            return LocalTime.parse(value);
        } catch (DateTimeException malformed) {
            throw new Malformed(field(name), value, "give a time such as 10:00");
        }
    }

    List<Map<String, Object>> rows(String name) {
        Object value = node.settings().getOrDefault(name, List.of());
        Malformed.require(value instanceof List<?>, field(name), value, "give a list");
        return ((List<?>) value).stream().map(row -> row(name, row)).toList();
    }

    Set<DayOfWeek> days(String name) {
        try {
            return texts(name).stream().map(DayOfWeek::valueOf).collect(Collectors.toSet());
        } catch (IllegalArgumentException unknown) {
            throw new Malformed(field(name), node.settings().get(name), "name days such as MONDAY");
        }
    }

    List<String> texts(String name) {
        Object value = node.settings().getOrDefault(name, List.of());
        Malformed.require(value instanceof List<?>, field(name), value, "give a list");
        return ((List<?>) value).stream().map(String::valueOf).toList();
    }

    private Map<String, Object> row(String name, Object row) {
        Malformed.require(row instanceof Map<?, ?>, field(name), row, "give objects");
        var copy = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) row).forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    String field(String name) {
        return "graph.nodes." + node.id() + ".settings." + name;
    }
}
