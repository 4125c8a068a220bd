package dev.waystation.platform.foundation.edge;

import org.jspecify.annotations.Nullable;

/** Input that cannot be understood: which field, what it holds, what to do. */
public final class Malformed extends RuntimeException {

    private final String field;
    private final String value;
    private final String remedy;
    private final String remedyZh;

    public Malformed(String field, @Nullable Object value, String remedy) {
        this(field, value, new Said("", remedy));
    }

    /** For advice that is known in both languages where it is given. */
    public Malformed(String field, @Nullable Object value, Said remedy) {
        super("%s (%s): %s".formatted(field, value, remedy.en()), null, false, false);
        this.field = field;
        this.value = String.valueOf(value);
        this.remedy = remedy.en();
        this.remedyZh = remedy.zh();
    }

    /**
     * Throws unless the condition holds.
     *
     * @param field name of the field as the caller wrote it, with dots for nested ones
     * @param value what it holds
     * @param remedy what the caller should do instead, as an English clause; its Chinese stands in
     *     {@code messages/remedies_zh.txt}
     */
    public static void require(
            boolean condition, String field, @Nullable Object value, String remedy) {
        if (!condition) {
            throw new Malformed(field, value, remedy);
        }
    }

    /** A text that must be there: answers it, or throws where it is missing or blank. */
    public static String required(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new Malformed(field, value, "is required");
        }
        return value;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String remedy() {
        return remedy;
    }

    /** Empty where the list of remedies knows it. */
    String remedyZh() {
        return remedyZh;
    }
}
