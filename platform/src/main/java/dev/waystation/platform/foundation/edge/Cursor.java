package dev.waystation.platform.foundation.edge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a list goes on: the sort keys of the last row seen, opaque to the caller. */
public record Cursor(List<String> keys) {

    private static final char SEPARATOR = '\u001f';
    private static final int LARGEST_PAGE = 200;
    private static final int USUAL_PAGE = 50;

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor after(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(String::valueOf).toList());
    }

    /** Reads the cursor of a request; a text that we never gave out is malformed. */
    public static Optional<Cursor> parse(@Nullable String text, int keyCount) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> keys = List.of(plain.split(String.valueOf(SEPARATOR), -1));
            Malformed.require(keys.size() == keyCount, "cursor", text, "take it from `next`");
            return Optional.of(new Cursor(keys));
        } catch (IllegalArgumentException notBase64) {
            throw new Malformed("cursor", text, "take it from `next` of the page before");
        }
    }

    /** The page size asked for, 50 when nothing was asked. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return USUAL_PAGE;
        }
        Malformed.require(
                asked >= 1 && asked <= LARGEST_PAGE, "limit", asked, "ask for 1 to 200 items");
        return asked;
    }

    public String key(int index) {
        return keys.get(index);
    }

    public long number(int index) {
        try {
            return Long.parseLong(keys.get(index));
        } catch (NumberFormatException notNumber) {
            throw new Malformed("cursor", keys.get(index), "take it from `next`");
        }
    }

    public String text() {
        String plain = String.join(String.valueOf(SEPARATOR), keys);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
