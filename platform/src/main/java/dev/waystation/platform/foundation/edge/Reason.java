package dev.waystation.platform.foundation.edge;

import java.util.Map;

/**
 * One reason of a decision.
 *
 * @param code stable name of the rule
 * @param held whether the rule was met
 * @param text the rule with its values, as people read it
 * @param values the values that decided
 */
public record Reason(String code, boolean held, Said text, Map<String, Object> values) {

    public Reason {
        values = Map.copyOf(values);
    }
}
