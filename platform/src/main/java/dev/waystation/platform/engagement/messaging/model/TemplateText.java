package dev.waystation.platform.engagement.messaging.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text with values such as {@code {train}}, or {@code {name|dear guest}} for one that may be
 * missing. Nothing in it is executed: there are no conditions, calls or loops; each place is
 * replaced once, and a value that looks like a place stays as it is.
 */
public final class TemplateText {

    private static final Pattern PLACE =
            Pattern.compile("\\{([a-z][A-Za-z0-9]{0,39})(?:\\|([^{}|]{0,60}))?}");
    private static final int LONGEST_VALUE = 200;
    private static final int FALLBACK = 2;

    private TemplateText() {}

    /** Values without which the text can't be sent. */
    public static Set<String> placeholders(String text) {
        return PLACE.matcher(text)
                .results()
                .filter(found -> found.group(FALLBACK) == null)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All values the text can show. */
    public static Set<String> variables(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether braces are left that are no place for a value: a slip of the pen. */
    public static boolean hasSlips(String text) {
        String rest = PLACE.matcher(text).replaceAll("");
        return rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0;
    }

    /** Whether a value is as good as none. */
    public static boolean isMissing(Map<String, String> values, String name) {
        return values.getOrDefault(name, "").isBlank();
    }

    /** The text with its values; every place without a fallback must have one. */
    public static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(values, found)));
    }

    private static String value(Map<String, String> values, MatchResult found) {
        String name = found.group(1);
        @Nullable String fallback = found.group(FALLBACK);
        String value = values.get(name);
        if (fallback != null && isMissing(values, name)) {
            return fallback;
        }
        if (value == null) {
            throw new IllegalStateException(
                    "No value for {%s}; known are %s. Maybe the text asks for more than its step gives"
                            .formatted(name, values.keySet()));
        }
        String plain = value.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= LONGEST_VALUE ? plain : plain.substring(0, LONGEST_VALUE);
    }
}
