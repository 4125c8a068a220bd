package dev.waystation.condition;

import java.util.List;

/**
 * What a compiler makes of a condition: the compiled form, or every leaf it can't carry and why.
 */
public sealed interface Face<T> {

    /** The whole condition, compiled. */
    record Carried<T>(T compiled) implements Face<T> {}

    /** Nothing, because of these leaves. */
    record Refused<T>(List<Problem> reasons) implements Face<T> {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
