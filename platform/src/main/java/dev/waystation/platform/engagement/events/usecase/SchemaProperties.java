package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.EventType.Kind;
import dev.waystation.platform.engagement.events.EventType.Property;
import dev.waystation.platform.foundation.edge.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The plain properties of a schema: those that a condition can ask about. */
final class SchemaProperties {

    // The name becomes part of a query.
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");

    private SchemaProperties() {}

    static List<Property> of(JsonNode schema) {
        List<Property> properties = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : schema.path("properties").properties()) {
            JsonNode described = each.getValue();
            if (!NAME.matcher(each.getKey()).matches()) {
                continue;
            }
            kind(described.path("type").asString(""))
                    .ifPresent(kind ->
                            properties.add(
                                    new Property(
                                            each.getKey(),
                                            kind,
                                            title(each.getKey(), described),
                                            values(described))));
        }
        return properties;
    }

    private static Optional<Kind> kind(String type) {
        return switch (type) {
            case "string" -> Optional.of(Kind.TEXT);
            case "integer" -> Optional.of(Kind.WHOLE);
            case "number" -> Optional.of(Kind.NUMBER);
            case "boolean" -> Optional.of(Kind.FLAG);
            default -> Optional.empty();
        };
    }

    /** {@code title} is English by custom; {@code titleZh} beside it is ours. */
    private static Said title(String name, JsonNode described) {
        String en = described.path("title").asString(name);
        return new Said(described.path("titleZh").asString(en), en);
    }

    private static List<String> values(JsonNode described) {
        List<String> values = new ArrayList<>();
        described.path("enum").forEach(value -> values.add(value.asString("")));
        return values;
    }
}
