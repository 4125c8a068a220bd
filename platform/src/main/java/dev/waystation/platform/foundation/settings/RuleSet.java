package dev.waystation.platform.foundation.settings;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;

/**
 * A subject whose rules are decided together, such as nominees or the earning of points. Whoever
 * owns the subject offers it as a bean; ready-made programmes find it by its code, read what is in
 * force, say the difference and put another value in force.
 *
 * @param <T> a record that JSON can carry
 */
public interface RuleSet<T> {

    /** As files of programmes name it. */
    String code();

    Said name();

    Class<T> shape();

    /** What is in force. */
    T now();

    /**
     * Puts a value in force from now on, in the caller's transaction; what happened before keeps
     * the rules of its time. Refuses a value that can't be meant as malformed.
     *
     * @param by who answers for it
     */
    void put(T wanted, String by);

    /** The rules of a value, one by one. */
    List<RuleLine> lines(T value);

    /** What the change would cost or move, as far as it can be counted; writes nothing. */
    default List<Said> effects(T now, T wanted) {
        return List.of();
    }
}
