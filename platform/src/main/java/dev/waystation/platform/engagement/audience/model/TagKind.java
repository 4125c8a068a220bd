package dev.waystation.platform.engagement.audience.model;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Kind;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a tag carries beside the fact that a member has it. */
public enum TagKind {
    FLAG,
    ENUM,
    NUMBER,
    DATE;

    private static final long LARGEST = 1_000_000_000_000L;

    /** The word for programs and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word; refuses any other. */
    public static TagKind of(String word) {
        for (TagKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new Malformed("kind", word, "say flag, enum, number or date");
    }

    /** The name under which conditions ask for the value; a flag is in {@code tags} alone. */
    public Optional<String> attribute(String code) {
        return switch (this) {
            case FLAG -> Optional.empty();
            case ENUM, NUMBER -> Optional.of(Extra.TAG + code);
            case DATE -> Optional.of(Extra.since(Extra.TAG + code));
        };
    }

    /** The attribute in the catalogue. */
    public Optional<Attribute> attribute(String code, Said name, List<Attribute.Value> choices) {
        return attribute(code)
                .map(attribute ->
                        switch (this) {
                            case FLAG, ENUM ->
                                    Attribute.of(attribute, Kind.TEXT, name.zh(), name.en())
                                            .oneOf(choices);
                            case NUMBER ->
                                    Attribute.of(attribute, Kind.WHOLE, name.zh(), name.en());
                            case DATE ->
                                    Attribute.of(
                                                    attribute,
                                                    Kind.WHOLE,
                                                    "距" + name.zh(),
                                                    "time since " + name.en())
                                            .in("天", "days");
                        });
    }

    /** What somebody wrote, as it is stored; refuses what the tag can't carry. */
    public @Nullable Object parse(@Nullable String written, List<Attribute.Value> choices) {
        if (this == FLAG) {
            Malformed.require(written == null, "value", written, "leave the value out");
            return null;
        }
        if (written == null) {
            throw new Malformed("value", null, "give a value");
        }
        return switch (this) {
            case FLAG, ENUM -> choice(written, choices);
            case NUMBER -> number(written);
            case DATE -> day(written);
        };
    }

    /** What is stored, as people read it. */
    public String say(Object stored) {
        return this == DATE && stored instanceof Number day
                ? LocalDate.ofEpochDay(day.longValue()).toString()
                : stored.toString();
    }

    private static String choice(String written, List<Attribute.Value> choices) {
        List<String> codes = choices.stream().map(Attribute.Value::code).toList();
        Malformed.require(codes.contains(written), "value", written, "take one of " + codes);
        return written;
    }

    private static Long number(String written) {
        try {
            long number = Long.parseLong(written.strip());
            Malformed.require(
                    Math.abs(number) <= LARGEST, "value", written, "give a smaller number");
            return number;
        } catch (NumberFormatException notWhole) {
            throw new Malformed("value", written, "give a whole number");
        }
    }

    private static Long day(String written) {
        try {
            return LocalDate.parse(written).toEpochDay();
        } catch (DateTimeParseException noDay) {
            throw new Malformed("value", written, "write the day as 2026-11-23");
        }
    }
}
