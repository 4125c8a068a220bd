package dev.waystation.platform.engagement.audience.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The computed traits of a member.
 *
 * @param values under the names conditions use
 * @param changesOn the first day on which time alone changes one; null when none does
 */
public record Derived(Map<String, Object> values, @Nullable LocalDate changesOn) {

    public Derived {
        values = Map.copyOf(values);
    }

    /** Worked out afresh of what the member did. */
    static Derived of(List<ComputedTrait> traits, List<Deed> deeds, LocalDate today) {
        Map<String, Object> values = new HashMap<>();
        LocalDate first = null;
        for (ComputedTrait trait : traits) {
            Object value = trait.value(deeds, today);
            if (value != null) {
                values.put(trait.attribute(), value);
            }
            LocalDate next = trait.changesOn(deeds, today);
            first = first == null || (next != null && next.isBefore(first)) ? next : first;
        }
        return new Derived(values, first);
    }
}
