package dev.waystation.platform.engagement.audience;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The door for modules that choose members for something of their own. */
public interface Audiences {

    /**
     * Who would be chosen by a condition now.
     *
     * @param sentence the condition in words
     * @param bars from all who match to those who can be reached, losses negative
     * @param condition what was asked; null where a stored segment stands for it
     */
    record Glance(
            long count, Said sentence, List<Bar> bars, @Nullable Map<String, Object> condition) {}

    /** One bar of a waterfall. */
    record Bar(String code, Said label, long count) {}

    /** Malformed where the condition does not fit the catalogue. */
    Glance glance(Map<String, Object> condition);

    /**
     * A live segment of that condition, in the transaction of the caller; its members enter it as
     * {@code published}. A name that is taken gets a number behind it.
     */
    long publish(Said name, Map<String, Object> condition);
}
