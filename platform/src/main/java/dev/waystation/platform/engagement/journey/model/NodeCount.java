package dev.waystation.platform.engagement.journey.model;

import dev.waystation.journey.Trace;

/**
 * How many came to a node, went on from it, left the journey while at it, had a message or gift
 * held back there, could not be moved on because something broke, and reached the goal after what
 * they got there.
 */
public record NodeCount(
        long entered, long done, long departed, long withheld, long failed, long converted) {

    public static final NodeCount NONE = new NodeCount(0, 0, 0, 0, 0, 0);
    public static final NodeCount WITHHELD = new NodeCount(0, 0, 0, 1, 0, 0);
    public static final NodeCount FAILED = new NodeCount(0, 0, 0, 0, 1, 0);
    public static final NodeCount CONVERTED = new NodeCount(0, 0, 0, 0, 0, 1);
    private static final NodeCount CAME = new NodeCount(1, 0, 0, 0, 0, 0);
    private static final NodeCount WENT_ON = new NodeCount(0, 1, 0, 0, 0, 0);
    private static final NodeCount PASSED = new NodeCount(1, 1, 0, 0, 0, 0);
    private static final NodeCount LEFT_HERE = new NodeCount(0, 0, 1, 0, 0, 0);

    /** What one line of trace adds to the node it names. */
    public static NodeCount of(Trace line) {
        return switch (line.code()) {
            case WAITS, ASKED -> CAME;
            case WAITED,
                    REPLIED,
                    NO_REPLY,
                    FACT_OCCURRED,
                    FACT_DID_NOT_OCCUR,
                    NOTHING_TO_WAIT_FOR ->
                    WENT_ON;
            case WAIT_MOVED, ANSWER_TAKEN -> NONE;
            case GOAL_REACHED, LEFT -> left(line);
            case TOO_LATE -> PASSED.plus(WITHHELD);
            case ENTERED,
                    ARM_TAKEN,
                    OTHERWISE_TAKEN,
                    SHARE_TAKEN,
                    MESSAGE_OFFERED,
                    TAG_ADDED,
                    TAG_REMOVED,
                    GRANTED,
                    DONE ->
                    PASSED;
        };
    }

    /** At an exit node, while waiting, or on the way to a message. */
    private static NodeCount left(Trace line) {
        if (line.values().containsKey("fact") || line.values().containsKey("stopped")) {
            return LEFT_HERE;
        }
        return line.values().containsKey("condition") ? CAME.plus(LEFT_HERE) : PASSED;
    }

    public NodeCount plus(NodeCount other) {
        return new NodeCount(
                entered + other.entered,
                done + other.done,
                departed + other.departed,
                withheld + other.withheld,
                failed + other.failed,
                converted + other.converted);
    }

    public long waiting() {
        return entered - done - departed;
    }
}
