package dev.waystation.condition;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A condition as algebra over sets of members. Whoever keeps the sets evaluates it; a complement is
 * always taken against the members alive, never against all numbers.
 */
public sealed interface SetPlan {

    /** Where the part stands in the JSON form. */
    String at();

    /** All members alive. */
    record Everyone(String at) implements SetPlan {}

    /** Intersection. */
    record And(String at, List<SetPlan> parts) implements SetPlan {}

    /** Union. */
    record Or(String at, List<SetPlan> parts) implements SetPlan {}

    /** Complement against the members alive. */
    record Not(String at, SetPlan part) implements SetPlan {}

    /** Members with a whole number from least to most, both included; absent is in no range. */
    record Between(String at, String attribute, long least, long most) implements SetPlan {}

    /** Members whose flag has this value. */
    record Flagged(String at, String attribute, boolean value) implements SetPlan {}

    /** Members of whom the attribute is known. */
    record Present(String at, String attribute) implements SetPlan {}

    /** Members with a text, or with at least one of their texts, that passes. */
    record Valued(String at, String attribute, Predicate<String> value) implements SetPlan {}

    /**
     * Members who did an event at least so often in the last days; zero days is ever.
     *
     * @param where asked of each occurrence, one member after another; null where the name says all
     */
    record Times(String at, String event, int atLeast, int withinDays, @Nullable Condition where)
            implements SetPlan {

        /** The name of an event narrowed to one text of one of its properties. */
        public static String having(String event, String property, String text) {
            return event + "?" + property + "=" + text;
        }
    }

    /**
     * Of the members of a part, those with whom what it counts is at least so many percent of all
     * occurrences of the event in the same days.
     */
    record Share(String at, Times part, String event, int percent) implements SetPlan {}

    /** Members who did an event at least once so many days ago or earlier. */
    record Before(String at, String event, int days, @Nullable Condition where)
            implements SetPlan {}
}
