package dev.waystation.condition;

import java.util.List;

/**
 * A condition that was refused while it was read or checked, with every problem found in one go.
 */
public final class MalformedCondition extends RuntimeException {

    private final transient List<Problem> problems;

    MalformedCondition(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /** Every problem found, in the order of the text. */
    public List<Problem> problems() {
        return problems;
    }
}
