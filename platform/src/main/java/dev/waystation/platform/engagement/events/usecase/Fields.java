package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.engagement.events.model.Message;
import dev.waystation.platform.foundation.edge.Malformed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The fields of one message as they come, and the message they make. */
final class Fields {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 100;

    private final JsonParser parser;
    private final byte[] body;
    private long from;
    private long to;
    private @Nullable Malformed fault;

    private @Nullable String type;
    private @Nullable String messageId;
    private @Nullable String event;
    private @Nullable String name;
    private @Nullable String userId;
    private @Nullable String anonymousId;
    private @Nullable String previousId;
    private @Nullable String groupId;
    private @Nullable Instant stamp;
    private @Nullable Instant original;
    private @Nullable Instant sentAt;
    private byte @Nullable [] properties;
    private byte @Nullable [] traits;
    private final ContextFields context = new ContextFields();

    Fields(JsonParser parser, byte[] body) {
        this.parser = parser;
        this.body = body;
    }

    /** Reads the object that begins at the parser's token, to its end whatever it holds. */
    void read() {
        from = parser.currentTokenLocation().getByteOffset();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                try {
                    take(field);
                } catch (Malformed first) {
                    fault = fault == null ? first : fault;
                    parser.skipChildren();
                }
            }
        } else {
            fault = new Malformed("message", parser.getString(), "send each message as an object");
            parser.skipChildren();
        }
        to = parser.currentLocation().getByteOffset();
    }

    private void take(String field) {
        switch (field) {
            case "type" -> type = parser.getValueAsString();
            case "messageId" -> messageId = id(field);
            case "event" -> event = Texts.line(field, text(), LONGEST_NAME);
            case "name" -> name = Texts.line(field, text(), LONGEST_ID);
            case "userId" -> userId = id(field);
            case "anonymousId" -> anonymousId = id(field);
            case "previousId" -> previousId = id(field);
            case "groupId" -> groupId = id(field);
            case "timestamp" -> stamp = instant(field, parser);
            case "originalTimestamp" -> original = instant(field, parser);
            case "sentAt" -> sentAt = instant(field, parser);
            case "properties" -> properties = KeptJson.object(field, parser, body);
            case "traits" -> traits = KeptJson.object(field, parser, body);
            case "context" -> context.read(parser, body);
            default -> parser.skipChildren();
        }
    }

    long length() {
        return to - from;
    }

    byte[] raw() {
        return ReadMessages.cut(body, from, to);
    }

    /** The message, or the first thing that is wrong with it. */
    Message message(@Nullable Call given) {
        if (fault != null) {
            throw fault;
        }
        Call call = given == null ? call() : given;
        String known = messageId;
        if (known == null) {
            throw new Malformed(
                    "messageId", null, "give every message an id of its own, and keep it on retry");
        }
        Malformed.require(
                userId != null || anonymousId != null || (call == Call.ALIAS && previousId != null),
                "userId",
                null,
                "say whom it is about: userId or anonymousId");
        boolean aboutPerson = call == Call.IDENTIFY || call == Call.GROUP;
        byte[] kept = aboutPerson ? traits : properties;
        return new Message(
                known,
                call,
                eventName(call),
                userId,
                anonymousId,
                context.deviceId(),
                detail(call),
                original == null ? stamp : original,
                sentAt,
                context.venue(),
                context.zone(),
                context.position(),
                0,
                context.externalIds(),
                kept == null ? NOTHING : kept);
    }

    private Call call() {
        return Call.of(type == null ? "" : type)
                .orElseThrow(() ->
                        new Malformed(
                                "type", type, "use identify, track, page, screen, group or alias"));
    }

    private String eventName(Call call) {
        if (call != Call.TRACK) {
            return call.eventName();
        }
        if (event == null) {
            throw new Malformed("event", null, "name what happened, such as hotel.booked");
        }
        return event;
    }

    private @Nullable String detail(Call call) {
        return switch (call) {
            case ALIAS -> {
                Malformed.require(
                        previousId != null, "previousId", null, "give the id used before");
                yield previousId;
            }
            case GROUP -> {
                Malformed.require(groupId != null, "groupId", null, "give the group's id");
                yield groupId;
            }
            case PAGE, SCREEN -> name;
            case IDENTIFY, TRACK -> null;
        };
    }

    private @Nullable String id(String field) {
        return Texts.line(field, text(), LONGEST_ID);
    }

    private @Nullable String text() {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING, VALUE_NUMBER_INT -> parser.getString();
            default ->
                    throw new Malformed(
                            String.valueOf(parser.currentName()),
                            parser.currentToken(),
                            "send a text");
        };
    }

    static @Nullable Instant instant(String field, JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        String text = parser.getValueAsString();
        try {
            Instant at = OffsetDateTime.parse(String.valueOf(text)).toInstant();
            // what lies outside was never a real stamp, and the database counts less far
            Malformed.require(
                    at.isAfter(Instant.EPOCH) && at.isBefore(FAR),
                    field,
                    text,
                    "send a time like 2026-12-01T08:30:00Z");
            return at;
        } catch (DateTimeParseException unreadable) {
            throw new Malformed(field, text, "send a time like 2026-12-01T08:30:00Z");
        }
    }

    private static final Instant FAR = Instant.parse("2200-01-01T00:00:00Z");
}
