package dev.waystation.platform.engagement.playbook.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may set before a launch.
 *
 * @param value what it is when nobody sets it; null where somebody has to
 * @param from smallest whole number
 * @param to largest whole number
 */
public record Parameter(
        String key,
        Kind kind,
        Said name,
        @Nullable Said unit,
        @Nullable Object value,
        long from,
        long to) {

    /** What a value has to be. */
    public enum Kind {
        WHOLE,
        TEXT,
        TIME,
        CHANNEL,
        /** The id of a coupon campaign. */
        COUPON,
        /** The id of a published segment or list. */
        SEGMENT,
        FLAG
    }

    private static final List<String> CHANNELS =
            List.of("sms", "wechat", "email", "inbox", "push", "miniapp");
    private static final Pattern TIME_OF_DAY = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final int LONGEST_TEXT = 100;

    /** The value as given or else as it is by itself. */
    Object checked(@Nullable Object given) {
        @Nullable Object it = given == null || given.equals("") ? value : given;
        if (it == null) {
            throw new Malformed(field(), null, "give a value");
        }
        return switch (kind) {
            case WHOLE -> {
                boolean fits =
                        it instanceof Number number
                                && number.longValue() == number.doubleValue()
                                && number.longValue() >= from
                                && number.longValue() <= to;
                Malformed.require(
                        fits, field(), it, "give a whole number from " + from + " to " + to);
                yield ((Number) it).longValue();
            }
            case FLAG -> {
                Malformed.require(it instanceof Boolean, field(), it, "give true or false");
                yield it;
            }
            case CHANNEL ->
                    text(it, CHANNELS::contains, "use one of " + String.join(", ", CHANNELS));
            case TIME -> text(it, TIME_OF_DAY.asMatchPredicate(), "give a time such as 10:00");
            case TEXT, COUPON, SEGMENT ->
                    text(
                            it,
                            text -> text.length() <= LONGEST_TEXT,
                            "give a text of at most " + LONGEST_TEXT + " characters");
        };
    }

    private String text(Object it, Predicate<String> fits, String remedy) {
        Malformed.require(it instanceof String text && fits.test(text), field(), it, remedy);
        return it.toString();
    }

    private String field() {
        return "values." + key;
    }
}
