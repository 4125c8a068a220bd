package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.condition.Cell;
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
    private @Nullable Long position;
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
            } else if (field.equals("location") && value == JsonToken.START_OBJECT) {
                location(parser);
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

    private void location(JsonParser parser) {
        Double north = null;
        Double east = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "latitude" -> north = degrees(name, parser, 90);
                case "longitude" -> east = degrees(name, parser, 180);
                default -> parser.skipChildren();
            }
        }
        if (north != null && east != null) {
            position = Cell.at(north, east).code();
        } else if (fault == null) {
            fault =
                    new Malformed(
                            "context.location", "", "give latitude and longitude, both of them");
        }
    }

    private @Nullable Double degrees(String name, JsonParser parser, int most) {
        boolean number = parser.currentToken().isNumeric();
        double degrees = number ? parser.getDoubleValue() : Double.NaN;
        parser.skipChildren();
        if (Math.abs(degrees) <= most) {
            return degrees;
        }
        if (fault == null) {
            fault =
                    new Malformed(
                            "context.location." + name,
                            number ? degrees : "",
                            "give degrees from -" + most + " to " + most);
        }
        return null;
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

    @Nullable Long position() {
        return position;
    }

    byte @Nullable [] externalIds() {
        return externalIds;
    }
}
