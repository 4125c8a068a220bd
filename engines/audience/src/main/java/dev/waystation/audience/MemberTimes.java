package dev.waystation.audience;

import dev.waystation.condition.Condition;
import java.util.OptionalLong;

/** The days in one member's life on which a condition may depend. Days are counted from 1970. */
public interface MemberTimes {

    /** The day stored for an attribute that is read as days or years since. */
    OptionalLong day(String attribute);

    /** The day on which a total over a moving window next loses something. */
    OptionalLong shrinks(String attribute);

    /** The day of the n-th latest event that the leaf counts, n its {@code atLeast}. */
    OptionalLong latest(Condition.Did did);

    /** The day of the earliest event that the leaf counts, its {@code atLeast} not looked at. */
    OptionalLong earliest(Condition.Did did);

    /** The day of the first or last occurrence that the leaf asks for. */
    OptionalLong occurred(Condition.Occurred leaf);
}
