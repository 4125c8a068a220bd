package dev.waystation.platform.engagement.audience.model;

import dev.waystation.audience.Reading;
import dev.waystation.condition.Attribute;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that people add while the house runs: values of tags, fields, computed traits. They
 * lie in two documents beside a member's columns, under the very names conditions use; a day lies
 * there as days since 1970 and is read as days since.
 */
public final class Extra {

    /** A tag with a value: {@code tag_nps}, {@code tag_weddingDaysAgo}. */
    public static final String TAG = "tag_";

    /** What operators keep about members: {@code field_diet}, {@code field_weddingDaysAgo}. */
    public static final String FIELD = "field_";

    /** What somebody gave lies apart from what follows from deeds. */
    public static final String TRAIT = "trait_";

    private static final String SINCE = "DaysAgo";

    private Extra() {}

    /** The name of an attribute that is stored as a day. */
    public static String since(String name) {
        return name + SINCE;
    }

    /** Whether people added it. */
    public static boolean is(String attribute) {
        return attribute.startsWith(TAG)
                || attribute.startsWith(TRAIT)
                || attribute.startsWith(FIELD);
    }

    static boolean isDerived(String attribute) {
        return attribute.startsWith(TRAIT);
    }

    /** How the stored number of any attribute is read. */
    public static Reading reading(String attribute) {
        return attribute.equals("age")
                ? Reading.YEARS_SINCE
                : attribute.endsWith(SINCE) ? Reading.DAYS_SINCE : Reading.AS_STORED;
    }

    /** What a condition compares, on a day. */
    static @Nullable Object value(String attribute, Map<String, Object> stored, long today) {
        Object value = stored.get(attribute);
        return value instanceof Long day && reading(attribute) == Reading.DAYS_SINCE
                ? (Long) (today - day)
                : value;
    }

    /** The same in the database; names are of small letters, digits and underscores. */
    static String column(Attribute attribute) {
        String name = attribute.name();
        String document = isDerived(name) ? "t.derived" : "t.extras";
        String text = "(%s ->> '%s')".formatted(document, name);
        return switch (attribute.kind()) {
            case TEXT -> text;
            case FLAG -> "cast(%s as boolean)".formatted(text);
            case TEXTS ->
                    "array(select jsonb_array_elements_text(%s -> '%s'))".formatted(document, name);
            case PLACE -> throw new IllegalStateException("members carry no place: " + name);
            case WHOLE ->
                    reading(name) == Reading.DAYS_SINCE
                            ? "(cast(:today as date) - date '1970-01-01' - cast(%s as bigint))"
                                    .formatted(text)
                            : "cast(%s as bigint)".formatted(text);
        };
    }
}
