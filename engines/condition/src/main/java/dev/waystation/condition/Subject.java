package dev.waystation.condition;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom or what a condition looks at when nothing is declared about its shape. */
public interface Subject {

    /** The value under a dotted path; null when there is none. */
    @Nullable Object value(String path);

    /** How often the behaviour asked for was seen, its window and its {@code where} applied. */
    default long times(Condition.Did did) {
        return 0;
    }

    /** A subject made of plain maps, lists and values, as a JSON reader gives them. */
    static Subject of(Map<String, ?> values) {
        return path -> Values.walk(values, path);
    }
}
