package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a text may hold so that the database can keep it. */
final class Texts {

    private static final int SHOWN = 60;

    private Texts() {}

    /** Refuses bytes that are no UTF-8: a parser may let them pass, the database would not. */
    static void requireText(byte[] body) {
        for (byte each : body) {
            if (each < 0) {
                requireUnicode(body);
                return;
            }
        }
    }

    private static void requireUnicode(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException broken) {
            throw new Malformed("body", beginning(body), "send text in UTF-8");
        }
    }

    /** The beginning of a body, for a message to its sender. */
    static String beginning(byte[] body) {
        return new String(body, 0, Math.min(SHOWN, body.length), StandardCharsets.UTF_8);
    }

    /** A short text without control characters; blank is none. */
    static @Nullable String line(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Malformed.require(text.length() <= longest, field, text, "shorten it");
        Malformed.require(isPrintable(text), field, text, "leave out control characters");
        return text;
    }

    /** No control characters and no half of a pair. */
    static boolean isPrintable(String text) {
        // by hand: every text of every event passes here
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            boolean pair =
                    Character.isHighSurrogate(each)
                            && at + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(at + 1));
            if (each < ' ' || (Character.isSurrogate(each) && !pair)) {
                return false;
            }
            at += pair ? 1 : 0;
        }
        return true;
    }
}
