package dev.waystation.journey;

import java.util.List;
import java.util.Map;

/** A condition about a member, put by a branch; answered with the reasons that decided it. */
public interface Question {

    /**
     * True when nothing was asked: such an arm would swallow everybody, so it is not publishable.
     */
    boolean isEmpty();

    Answer ask(Map<String, Object> attributes);

    /** Whether the question held, and the leaves that made it so, in the order they were tried. */
    record Answer(boolean holds, List<String> reasons) {
        public Answer {
            reasons = List.copyOf(reasons);
        }
    }
}
