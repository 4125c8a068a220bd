package dev.waystation.platform.engagement.audience.model;

import dev.waystation.condition.Attribute;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Something operators keep about members. Every source has a value of its own, and the strongest
 * source that has one decides; so a weak source never overwrites a strong one, and when the strong
 * one takes its value back the weak one's is there again.
 *
 * @param choices of a list, else empty
 * @param guarded how a value is kept
 * @param sources who may write it, the strongest first
 * @param merge which value counts when two members are one person
 */
public record MemberField(
        String code,
        Said name,
        Kind kind,
        List<TagChoice> choices,
        Guarded guarded,
        List<Source> sources,
        Merge merge) {

    private static final int LONGEST = 200;

    public MemberField {
        choices = List.copyOf(choices);
        sources = List.copyOf(sources);
    }

    /** What a value is. */
    public enum Kind {
        TEXT,
        ENUM,
        NUMBER,
        FLAG,
        DATE
    }

    /** Internal is shown; personal is masked until revealed; sensitive is sealed as well. */
    public enum Guarded {
        INTERNAL,
        PERSONAL,
        SENSITIVE
    }

    /** Who says so: our people, a file, a server we know, or a device somebody holds. */
    public enum Source {
        STAFF,
        IMPORT,
        SYSTEM,
        DEVICE
    }

    /** Whose value counts. */
    public enum Merge {
        /** The one from the strongest source, the later one of two as strong. */
        SOURCE,
        NEWEST,
        OLDEST,
        LARGEST,
        SMALLEST,
        /** The one of the member who stays. */
        STAYS
    }

    /** The word of a name for programs and tables. */
    public static String word(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }

    /** The name of a word; refuses any other. */
    public static <E extends Enum<E>> E of(Class<E> kind, String field, String word) {
        for (E each : kind.getEnumConstants()) {
            if (word(each).equals(word)) {
                return each;
            }
        }
        throw new Malformed(field, word, "take one of the words of the list");
    }

    public boolean isSealed() {
        return guarded == Guarded.SENSITIVE;
    }

    /** The name in conditions. */
    public String attribute() {
        return kind == Kind.DATE && !isSealed()
                ? Extra.since(Extra.FIELD + code)
                : Extra.FIELD + code;
    }

    /** What conditions can ask; of a sealed one, whether there is one. */
    public Attribute inConditions() {
        if (isSealed()) {
            return attribute(
                    dev.waystation.condition.Kind.FLAG, "有" + name.zh(), name.en() + " is known");
        }
        return switch (kind) {
            case TEXT -> attribute(dev.waystation.condition.Kind.TEXT, name.zh(), name.en());
            case ENUM ->
                    attribute(dev.waystation.condition.Kind.TEXT, name.zh(), name.en())
                            .oneOf(
                                    choices.stream()
                                            .map(each ->
                                                    Vocabulary.value(
                                                            each.code(),
                                                            each.label().zh(),
                                                            each.label().en()))
                                            .toList());
            case NUMBER -> attribute(dev.waystation.condition.Kind.WHOLE, name.zh(), name.en());
            case FLAG -> attribute(dev.waystation.condition.Kind.FLAG, name.zh(), name.en());
            case DATE ->
                    attribute(
                                    dev.waystation.condition.Kind.WHOLE,
                                    "距" + name.zh(),
                                    "time since " + name.en())
                            .in("天", "days");
        };
    }

    private Attribute attribute(dev.waystation.condition.Kind in, String zh, String en) {
        return Attribute.of(attribute(), in, zh, en);
    }

    /** What somebody wrote or sent, as it is stored; refuses what the field can't hold. */
    public Object parse(Object written) {
        String text = written.toString().strip();
        return switch (kind) {
            case TEXT -> {
                Malformed.require(
                        !text.isEmpty() && text.length() <= LONGEST,
                        "value",
                        text.length(),
                        "give 1 to 200 characters");
                yield text;
            }
            case ENUM, NUMBER, DATE ->
                    Objects.requireNonNull(TagKind.valueOf(kind.name()).parse(text, values()));
            case FLAG -> {
                Malformed.require(
                        text.equals("true") || text.equals("false"),
                        "value",
                        text,
                        "say true or false");
                yield Boolean.valueOf(text);
            }
        };
    }

    private List<Attribute.Value> values() {
        return choices.stream()
                .map(each -> Vocabulary.value(each.code(), each.code(), each.code()))
                .toList();
    }

    /** What is stored, as people write it. */
    public String say(Object stored) {
        return kind == Kind.DATE && stored instanceof Number day
                ? LocalDate.ofEpochDay(day.longValue()).toString()
                : stored.toString();
    }
}
