package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** JSON that is kept as sent, after a look at what the database would choke on. */
final class KeptJson {

    private static final int LONGEST_NUMBER = 64;
    private static final int LARGEST_EXPONENT = 300;

    private KeptJson() {}

    /** The object at the parser's token; null when there is none. */
    static byte @Nullable [] object(String field, JsonParser parser, byte[] body) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        Malformed.require(
                parser.currentToken() == JsonToken.START_OBJECT,
                field,
                parser.currentToken(),
                "send an object");
        return cut(field, parser, body);
    }

    /** The object or list that begins at the parser's token, as it stands in the body. */
    static byte[] cut(String field, JsonParser parser, byte[] body) {
        long from = parser.currentTokenLocation().getByteOffset();
        int open = 1;
        boolean clean = true;
        while (open > 0) {
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                open++;
            } else if (token.isStructEnd()) {
                open--;
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT
                    || token == JsonToken.VALUE_NUMBER_INT) {
                clean &= isOrdinary(parser);
            }
        }
        byte[] kept = ReadMessages.cut(body, from, parser.currentLocation().getByteOffset());
        Malformed.require(clean, field, "", "send numbers of at most 64 digits and 300 powers");
        Malformed.require(
                !hasEscapes(kept) || isPlain(kept),
                field,
                "",
                "leave out escaped control characters");
        return kept;
    }

    private static boolean isOrdinary(JsonParser parser) {
        int length = parser.getStringLength();
        if (length > LONGEST_NUMBER) {
            return false;
        }
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return true;
        }
        String number = parser.getString();
        int power = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (power < 0) {
            return true;
        }
        String exponent = number.substring(power + 1).replace("+", "");
        return exponent.length() <= 4 && Math.abs(Integer.parseInt(exponent)) <= LARGEST_EXPONENT;
    }

    /** Whether a unicode escape stands in it; then it is worth a closer look. */
    private static boolean hasEscapes(byte[] json) {
        int at = 0;
        while (at + 1 < json.length) {
            if (json[at] == '\\') {
                if (json[at + 1] == 'u') {
                    return true;
                }
                at++;
            }
            at++;
        }
        return false;
    }

    /** No zero character and no half of a pair, once the escapes are resolved. */
    private static boolean isPlain(byte[] json) {
        int at = 0;
        while (at + 1 < json.length) {
            if (json[at] != '\\') {
                at++;
            } else if (json[at + 1] != 'u') {
                at += 2;
            } else {
                char first = (char) hex(json, at + 2);
                at += 6;
                if (first == 0 || Character.isLowSurrogate(first)) {
                    return false;
                }
                if (Character.isHighSurrogate(first)) {
                    if (!isLowHalf(json, at)) {
                        return false;
                    }
                    at += 6;
                }
            }
        }
        return true;
    }

    private static boolean isLowHalf(byte[] json, int at) {
        return at + 5 < json.length
                && json[at] == '\\'
                && json[at + 1] == 'u'
                && Character.isLowSurrogate((char) hex(json, at + 2));
    }

    private static int hex(byte[] json, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = value << 4 | Character.digit(json[i], 16);
        }
        return value;
    }
}
