package dev.waystation.platform.engagement.audience;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that would work differently without a tag.
 *
 * @param kind segment, tag or journey
 */
public record TagUse(String tag, String kind, String id, Said name) {

    private static final String TAGS = "tags";

    /** Under which name conditions ask for the value of a tag. */
    private static final Pattern VALUE = Pattern.compile("tag_(\\w+?)(?:DaysAgo)?");

    /** The tags a condition asks about, however deep. */
    public static Set<String> asked(@Nullable Object condition) {
        Set<String> found = new TreeSet<>();
        walk(condition, false, found);
        return found;
    }

    private static void walk(@Nullable Object json, boolean ofTags, Set<String> found) {
        switch (json) {
            case Map<?, ?> object ->
                    object.forEach((key, value) -> {
                        String name = String.valueOf(key);
                        Matcher ofValue = VALUE.matcher(name);
                        if (ofValue.matches()) {
                            found.add(ofValue.group(1));
                        }
                        walk(value, TAGS.equals(name) || (ofTags && name.startsWith("$")), found);
                    });
            case Iterable<?> all -> all.forEach(each -> walk(each, ofTags, found));
            case String text when ofTags -> found.add(text);
            case null, default -> {}
        }
    }
}
