package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What is taken from a message's context: where it came from and who else it speaks of. */
final class ContextFields {

    private static final int LONGEST = 200;

    private @Nullable String deviceId;
    private @Nullable String venue;
    private @Nullable String zone;
    private byte @Nullable [] externalIds;
    private @Nullable Malformed fault;

    void read(JsonParser parser, byte[] body) {
        walk(parser, body);
        if (fault != null) {
            throw fault;
        }
    }

    private void walk(JsonParser parser, byte[] body) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("device") && value == JsonToken.START_OBJECT) {
                device(parser);
            } else if (field.equals("venue") && value == JsonToken.VALUE_STRING) {
                venue = line("context.venue", parser);
            } else if (field.equals("zone") && value == JsonToken.VALUE_STRING) {
                zone = line("context.zone", parser);
            } else if (field.equals("externalIds") && value == JsonToken.START_ARRAY) {
                list(parser, body);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void device(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean id = parser.currentName().equals("id");
            if (parser.nextToken() == JsonToken.VALUE_STRING && id) {
                deviceId = line("context.device.id", parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    // A fault is told at the end: in the middle the parser would lose its place.
    private @Nullable String line(String field, JsonParser parser) {
        try {
            return Texts.line(field, parser.getString(), LONGEST);
        } catch (Malformed first) {
            fault = fault == null ? first : fault;
            return null;
        }
    }

    private void list(JsonParser parser, byte[] body) {
        try {
            externalIds = KeptJson.cut("context.externalIds", parser, body);
        } catch (Malformed first) {
            fault = fault == null ? first : fault;
        }
    }

    @Nullable String deviceId() {
        return deviceId;
    }

    @Nullable String venue() {
        return venue;
    }

    @Nullable String zone() {
        return zone;
    }

    byte @Nullable [] externalIds() {
        return externalIds;
    }
}
