package dev.waystation.journey;

import dev.waystation.condition.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One line of a member's way through a journey: at which node, what was decided, and why.
 *
 * @param values the figures behind the code (the bucket, the arm's label, the instant waited for)
 * @param reasons for a branch, the leaves that were looked at
 */
public record Trace(
        String node,
        Code code,
        Instant at,
        Map<String, Object> values,
        List<Explanation.Leaf> reasons) {

    /** Stable codes; each has a sentence in both languages. */
    public enum Code {
        ENTERED,
        WAITS,
        WAITED,
        ARM_TAKEN,
        OTHERWISE_TAKEN,
        SHARE_TAKEN,
        MESSAGE_OFFERED,
        TAG_ADDED,
        TAG_REMOVED,
        GRANTED,
        /** A deed of {@link Node.Act}. */
        DONE,
        /** Another system is asked. */
        ASKED,
        /** It answered, with something of use or not. */
        REPLIED,
        /** It did not answer in time. */
        NO_REPLY,
        FACT_OCCURRED,
        FACT_DID_NOT_OCCUR,
        GOAL_REACHED,
        LEFT,
        /** Left out because it came too late. */
        TOO_LATE,
        /** What a wait hung on has moved, and the wait with it. */
        WAIT_MOVED,
        /** Nothing is known of what a wait would hang on. */
        NOTHING_TO_WAIT_FOR,
        /** The way the send gate's answer led. */
        ANSWER_TAKEN
    }

    public Trace {
        values = Map.copyOf(values);
        reasons = List.copyOf(reasons);
    }
}
