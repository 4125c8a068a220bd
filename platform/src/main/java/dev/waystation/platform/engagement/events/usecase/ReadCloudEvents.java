package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * CloudEvents 1.0 as messages of ours: structured, in a batch, or with their attributes in headers.
 * What is no CloudEvent is refused, a batch with one of them as a whole; what is one goes the way
 * of every message, through schemas and quarantine.
 */
@Component
class ReadCloudEvents {

    private static final String PREFIX = "ce-";
    private static final int LONGEST_ID = 200;

    private static final Set<String> CORE =
            Set.of(
                    "specversion",
                    "id",
                    "type",
                    "source",
                    "time",
                    "subject",
                    "dataschema",
                    "datacontenttype",
                    "data",
                    "data_base64");

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+.*");
    // Seconds are part of an RFC 3339 time, and so are both halves of an offset.
    private static final Pattern TIME =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})");

    private final JsonMapper json;

    ReadCloudEvents(JsonMapper json) {
        this.json = json;
    }

    /**
     * The body of a batch of ours.
     *
     * @param headers by name, in small letters
     */
    byte[] batch(Map<String, String> headers, byte[] body) {
        String type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        ArrayNode messages = json.createArrayNode();
        if (type.startsWith("application/cloudevents-batch+json")) {
            JsonNode all = tree(body);
            Malformed.require(all.isArray(), "body", Texts.beginning(body), "send a JSON list");
            all.forEach(each -> messages.add(message(each)));
        } else if (type.startsWith("application/cloudevents+json")) {
            messages.add(message(tree(body)));
        } else {
            messages.add(message(fromHeaders(headers, type, body)));
        }
        ObjectNode batch = json.createObjectNode();
        batch.set("batch", messages);
        return json.writeValueAsBytes(batch);
    }

    private JsonNode tree(byte[] body) {
        Texts.requireText(body);
        try {
            return json.readTree(body);
        } catch (JacksonException broken) {
            throw new Malformed(
                    "body", Texts.beginning(body), "send JSON that can be read to its end");
        }
    }

    private ObjectNode fromHeaders(Map<String, String> headers, String type, byte[] body) {
        ObjectNode event = json.createObjectNode();
        headers.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                event.put(name.substring(PREFIX.length()), value);
            }
        });
        if (!type.isEmpty()) {
            event.put("datacontenttype", type);
        }
        if (body.length > 0) {
            boolean isJson = type.startsWith("application/json") || type.contains("+json");
            if (isJson) {
                event.set("data", tree(body));
            } else {
                event.put("data", new String(body, StandardCharsets.UTF_8));
            }
        }
        return event;
    }

    /** Checks one event and says it in our words. */
    ObjectNode message(JsonNode event) {
        Malformed.require(event.isObject(), "event", event, "send each event as an object");
        check(event);
        ObjectNode message = json.createObjectNode();
        message.put("type", "track");
        message.put("messageId", id(text(event, "source"), text(event, "id")));
        message.put("event", text(event, "type"));
        String subject = optional(event, "subject");
        String user = optional(event, "userid");
        String named = user == null ? subject : user;
        // an event need not be about anybody; a dash names nobody
        message.put(named == null ? "anonymousId" : "userId", named == null ? "-" : named);
        String time = optional(event, "time");
        if (time != null) {
            message.put("timestamp", time);
        }
        message.set("properties", properties(event));
        ObjectNode context = message.putObject("context");
        for (String place : new String[] {"venue", "zone"}) {
            String value = optional(event, place);
            if (value != null) {
                context.put(place, value);
            }
        }
        return message;
    }

    private JsonNode properties(JsonNode event) {
        JsonNode data = event.path("data");
        if (data.isObject()) {
            return data;
        }
        ObjectNode wrapped = json.createObjectNode();
        if (event.hasNonNull("data_base64")) {
            wrapped.set("data_base64", event.get("data_base64"));
        } else if (event.hasNonNull("data")) {
            wrapped.set("data", data);
        }
        return wrapped;
    }

    private static void check(JsonNode event) {
        Malformed.require(
                "1.0".equals(event.path("specversion").asString("")),
                "specversion",
                event.path("specversion"),
                "set specversion to 1.0");
        for (String required : new String[] {"id", "type", "source"}) {
            text(event, required);
        }
        for (String name : new String[] {"subject", "dataschema"}) {
            optional(event, name);
        }
        String time = optional(event, "time");
        Malformed.require(
                time == null || isTime(time),
                "time",
                time,
                "send a time like 2026-12-01T08:30:00Z");
        String type = optional(event, "datacontenttype");
        Malformed.require(
                type == null || MEDIA_TYPE.matcher(type).matches(),
                "datacontenttype",
                type,
                "give a media type such as application/json");
        Malformed.require(
                !event.hasNonNull("data") || !event.hasNonNull("data_base64"),
                "data",
                "",
                "send data or data_base64, not both");
        event.properties().forEach(each -> extension(each.getKey(), each.getValue()));
    }

    private static void extension(String name, JsonNode value) {
        if (CORE.contains(name)) {
            return;
        }
        Malformed.require(
                NAME.matcher(name).matches(),
                name,
                value,
                "name extensions in small letters and digits");
        Malformed.require(
                value.isNull() || value.isString() || value.isBoolean() || value.isInt(),
                name,
                value,
                "give extensions a text, a whole number or a flag");
    }

    private static boolean isTime(String text) {
        if (!TIME.matcher(text).matches()) {
            return false;
        }
        try {
            OffsetDateTime.parse(
                    text.toUpperCase(Locale.ROOT), DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            return true;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    private static String text(JsonNode event, String name) {
        String text = optional(event, name);
        if (text == null) {
            throw new Malformed(name, null, "give every event an id, a type and a source");
        }
        return text;
    }

    private static @Nullable String optional(JsonNode event, String name) {
        JsonNode value = event.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        Malformed.require(
                value.isString() && !value.asString().isEmpty(),
                name,
                value,
                "send a text that is not empty");
        return value.asString();
    }

    /** An event is named by its source and its id together. */
    private static String id(String source, String id) {
        String both = source + "#" + id;
        return both.length() <= LONGEST_ID
                ? both
                : java.util.HexFormat.of().formatHex(SourceKeys.digest(both));
    }

    /** Names in small letters. */
    static Map<String, String> small(Map<String, String> headers) {
        Map<String, String> small = new HashMap<>();
        headers.forEach((name, value) -> small.put(name.toLowerCase(Locale.ROOT), value));
        return small;
    }
}
