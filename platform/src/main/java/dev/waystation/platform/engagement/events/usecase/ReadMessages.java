package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.model.BadMessage;
import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.engagement.events.model.Message;
import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads messages token by token: what is kept as JSON is cut out of the body as it stands, never
 * built and written again.
 */
@Component
class ReadMessages {

    private static final int MOST_MESSAGES = 2_500;
    private static final int LARGEST_MESSAGE = 32 * 1024;

    private final JsonFactory json = new JsonFactory();
    private final EventSchemas schemas;

    private final Places places;

    ReadMessages(EventSchemas schemas, Places places) {
        this.schemas = schemas;
        this.places = places;
    }

    /** What stood in a body. */
    record Read(List<Message> messages, List<BadMessage> bad) {}

    /** One message of a given call. */
    Read single(Call call, byte[] body) {
        return read(body, (parser, found) -> take(new Fields(parser, body), call, found));
    }

    /** {@code {"batch": [...], "sentAt": ...}}; messages bring their call as {@code type}. */
    Read batch(byte[] body) {
        @Nullable Instant[] sent = {null};
        Read read =
                read(
                        body,
                        (parser, found) -> {
                            boolean here = false;
                            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                                String name = parser.currentName();
                                JsonToken value = parser.nextToken();
                                if (name.equals("batch") && value == JsonToken.START_ARRAY) {
                                    here = true;
                                    batch(parser, body, found);
                                } else if (name.equals("sentAt")) {
                                    sent[0] = Fields.instant("sentAt", parser);
                                } else {
                                    parser.skipChildren();
                                }
                            }
                            Malformed.require(
                                    here, "batch", null, "send the messages as a list in batch");
                        });
        Instant at = sent[0];
        return at == null
                ? read
                : new Read(
                        stamped(read.messages(), at),
                        read.bad().stream().map(bad -> bad.sentAt(at)).toList());
    }

    private void batch(JsonParser parser, byte[] body, Read found) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Malformed.require(
                    found.messages().size() + found.bad().size() < MOST_MESSAGES,
                    "batch",
                    MOST_MESSAGES,
                    "send at most 2,500 messages at once");
            take(new Fields(parser, body), null, found);
        }
    }

    private void take(Fields fields, @Nullable Call call, Read found) {
        fields.read();
        int place = found.messages().size() + found.bad().size();
        try {
            Malformed.require(
                    fields.length() <= LARGEST_MESSAGE,
                    "message",
                    fields.length(),
                    "keep a message under 32 KB");
            Message message = fields.message(call);
            places.require("context.", message.venue(), message.zone());
            found.messages().add(message.fitting(schemas.fit(message)));
        } catch (Malformed fault) {
            found.bad().add(new BadMessage(place, call, fault, fields.raw(), null));
        }
    }

    /** A message out of quarantine, as it was sent; none where that is no object at all. */
    Read again(@Nullable Call call, byte[] raw, @Nullable Instant sent) {
        try {
            Read read = read(raw, (parser, found) -> take(new Fields(parser, raw), call, found));
            return sent == null ? read : new Read(stamped(read.messages(), sent), read.bad());
        } catch (Malformed hopeless) {
            return new Read(List.of(), List.of()); // others wait behind it
        }
    }

    private interface Reading {
        void read(JsonParser parser, Read found);
    }

    private Read read(byte[] body, Reading reading) {
        Read found = new Read(new ArrayList<>(), new ArrayList<>());
        Texts.requireText(body);
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body)) {
            Malformed.require(
                    parser.nextToken() == JsonToken.START_OBJECT,
                    "body",
                    Texts.beginning(body),
                    "send a JSON object");
            reading.read(parser, found);
            return found;
        } catch (JacksonException broken) {
            throw new Malformed(
                    "body", Texts.beginning(body), "send JSON that can be read to its end");
        }
    }

    private static List<Message> stamped(List<Message> messages, Instant sent) {
        return messages.stream()
                .map(message -> message.sentAt() == null ? message.sentAt(sent) : message)
                .toList();
    }

    /** The bytes between two offsets. */
    static byte[] cut(byte[] body, long from, long to) {
        return Arrays.copyOfRange(body, Math.toIntExact(from), Math.toIntExact(to));
    }
}
