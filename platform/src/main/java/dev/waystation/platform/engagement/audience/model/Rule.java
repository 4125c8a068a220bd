package dev.waystation.platform.engagement.audience.model;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Compiled;
import dev.waystation.condition.Condition;
import dev.waystation.condition.TypeCheck;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;

/**
 * A live rule: that of a tag, keyed by its code, or of a published segment, keyed by its number.
 */
public record Rule<K>(K key, Said name, Condition condition, Compiled compiled) {

    /** Reads the stored JSON form against the catalogue of now. */
    public static <K> Rule<K> of(K key, Said name, Map<String, Object> json, Attributes catalogue) {
        Condition condition = TypeCheck.parse(json, catalogue);
        return new Rule<>(key, name, condition, Compiled.of(condition, catalogue));
    }
}
