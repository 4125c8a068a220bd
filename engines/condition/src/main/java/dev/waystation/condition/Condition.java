package dev.waystation.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed test of one subject: a tree of groups whose leaves look at an attribute or at behaviour.
 *
 * <p>Every node carries {@link #at()}, the place in the JSON text it was read from, so that a
 * count, a complaint or an explanation can point at exactly the line of the builder it belongs to.
 */
public sealed interface Condition {

    /**
     * Where in the JSON form the node stands, for example {@code $and.0.age.$gte}; empty for the
     * root.
     */
    String at();

    /** Holds when every part holds; without parts it always holds. */
    record All(String at, List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Holds when at least one part holds; without parts it holds, as in the published cases. */
    record Any(String at, List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Holds exactly when the part does not: the language is two-valued, absence included. */
    record Not(String at, Condition part) implements Condition {}

    /** One check of the value found under a dotted path; the empty path is the subject itself. */
    record Field(String at, String path, Check check) implements Condition {}

    /**
     * Behaviour: the subject did an event at least so many times, within the last days that count
     * today as the first, and where each counted event meets a condition of its own.
     *
     * @param withinDays zero means ever
     * @param share the least share, in percent, that the counted ones are of all those of the same
     *     days; zero asks for none
     */
    record Did(
            String at,
            boolean negated,
            String event,
            int atLeast,
            int withinDays,
            @Nullable Condition where,
            int share)
            implements Condition {

        /** Without a question about the share. */
        public Did(
                String at,
                boolean negated,
                String event,
                int atLeast,
                int withinDays,
                @Nullable Condition where) {
            this(at, negated, event, atLeast, withinDays, where, 0);
        }

        /** All of the same days, whatever else they are: what a share is of. */
        public Did all() {
            return new Did(at, false, event, 1, withinDays, null);
        }

        /** Whether the subject did it often enough; negation is not looked at. */
        boolean enough(Subject subject) {
            long times = subject.times(this);
            return times >= atLeast && (share == 0 || times * 100 >= share * subject.times(all()));
        }
    }

    /**
     * When the subject first or last did an event, of those that meet a condition of their own. Who
     * never did holds for none of the four questions.
     *
     * @param lately whether it lies within the last days, today counting as the first; else it lies
     *     that many days back or more
     */
    record Occurred(
            String at,
            Which which,
            String event,
            boolean lately,
            int days,
            @Nullable Condition where)
            implements Condition {

        /** Which of the occurrences. */
        public enum Which {
            FIRST,
            LAST;

            String operator() {
                return this == FIRST ? "$first" : "$last";
            }
        }

        /** Whether it was ever done. */
        public Did ever() {
            return new Did(at, false, event, 1, 0, where);
        }

        /** Whether it was done within the days. */
        public Did within() {
            return new Did(at, false, event, 1, days, where);
        }

        /** The answer, from how often it was done ever and within the days. */
        boolean holds(long ever, long within) {
            return switch (which) {
                case FIRST -> lately ? ever > 0 && ever == within : ever > within;
                case LAST -> lately ? within > 0 : ever > 0 && within == 0;
            };
        }
    }
}
