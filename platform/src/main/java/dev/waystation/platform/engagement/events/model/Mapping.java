package dev.waystation.platform.engagement.events.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How another system's fields become an event of ours, declared as JSON: where its id, name, time,
 * person, place and properties stand. A field is a path such as {@code data.guest.phone}; what is
 * not there is left out, and the intake says what an event lacks.
 */
public final class Mapping {

    private static final Set<String> WORDS =
            Set.of(
                    "id",
                    "event",
                    "events",
                    "at",
                    "member",
                    "ids",
                    "device",
                    "venue",
                    "venues",
                    "zone",
                    "properties");

    private final JsonNode words;

    private Mapping(JsonNode words) {
        this.words = words;
    }

    /** Reads a declaration; refuses one without an id or an event. */
    public static Mapping parse(String json) {
        JsonNode words;
        try {
            words = JsonMapper.shared().readTree(json);
        } catch (tools.jackson.core.JacksonException unreadable) {
            throw new Malformed("mapping", json, "send JSON that can be read to its end");
        }
        Malformed.require(words.isObject(), "mapping", json, "send a JSON object");
        for (String name : words.propertyNames()) {
            Malformed.require(
                    WORDS.contains(name),
                    "mapping",
                    name,
                    "use id, event, events, at, member, ids, device, venue, venues, zone and"
                            + " properties");
        }
        Malformed.require(
                words.path("id").isArray()
                        && !words.path("id").isEmpty()
                        && words.path("event").isString(),
                "mapping",
                json,
                "name the fields of the id as a list and the field of the event");
        return new Mapping(words);
    }

    /** The message in our words; what the declaration does not name stays behind. */
    public ObjectNode message(JsonNode sent) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("type", "track");
        put(message, "messageId", id(sent));
        String event = text(sent, words.path("event").asString(""));
        if (event != null) {
            message.put("event", words.path("events").path(event).asString(event));
        }
        String member = text(sent, words.path("member").asString(""));
        message.put(member == null ? "anonymousId" : "userId", member == null ? "-" : member);
        put(message, "timestamp", time(text(sent, words.path("at").asString(""))));
        ObjectNode context = message.putObject("context");
        String device = text(sent, words.path("device").asString(""));
        if (device != null) {
            context.putObject("device").put("id", device);
        }
        String venue = text(sent, words.path("venue").asString(""));
        if (venue != null) {
            context.put("venue", words.path("venues").path(venue).asString(venue));
        }
        put(context, "zone", text(sent, words.path("zone").asString("")));
        people(sent, context);
        ObjectNode properties = message.putObject("properties");
        for (Map.Entry<String, JsonNode> each : words.path("properties").properties()) {
            JsonNode value = at(sent, each.getValue().asString(""));
            if (value.isValueNode() && !value.isNull()) {
                properties.set(each.getKey(), value);
            }
        }
        return message;
    }

    private void people(JsonNode sent, ObjectNode context) {
        var ids = context.arrayNode();
        for (Map.Entry<String, JsonNode> each : words.path("ids").properties()) {
            String value = text(sent, each.getValue().asString(""));
            if (value != null) {
                ids.addObject().put("type", each.getKey()).put("id", value);
            }
        }
        if (!ids.isEmpty()) {
            context.set("externalIds", ids);
        }
    }

    /** All parts or none: half an id would make two events one. */
    private @Nullable String id(JsonNode sent) {
        List<String> parts = new ArrayList<>();
        for (JsonNode path : words.path("id")) {
            String part = text(sent, path.asString(""));
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return String.join("/", parts);
    }

    /** Seconds since 1970, as WeChat counts them, or a time as everybody writes it. */
    private static @Nullable String time(@Nullable String text) {
        return text != null && text.matches("\\d{9,10}")
                ? Instant.ofEpochSecond(Long.parseLong(text)).toString()
                : text;
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static @Nullable String text(JsonNode sent, String path) {
        JsonNode value = at(sent, path);
        String text = value.isValueNode() && !value.isNull() ? value.asString("") : "";
        return text.isBlank() ? null : text;
    }

    private static JsonNode at(JsonNode sent, String path) {
        JsonNode at = sent;
        for (String step : path.split("\\.")) {
            at = at.path(step);
        }
        return at;
    }
}
