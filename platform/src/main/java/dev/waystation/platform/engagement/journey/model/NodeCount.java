package dev.waystation.platform.engagement.journey.model;

import dev.waystation.journey.Trace;

/**
 * How many came to a node, went on from it, reached the goal while waiting at it, and had a message
 * held back there.
 */
public record NodeCount(long entered, long done, long departed, long withheld) {

    public static final NodeCount NONE = new NodeCount(0, 0, 0, 0);
    public static final NodeCount WITHHELD = new NodeCount(0, 0, 0, 1);

    /** What one line of trace adds to the node it names. */
    public static NodeCount of(Trace line) {
        return switch (line.code()) {
            case WAITS -> new NodeCount(1, 0, 0, 0);
            case WAITED, FACT_OCCURRED, FACT_DID_NOT_OCCUR -> new NodeCount(0, 1, 0, 0);
            case GOAL_REACHED, LEFT ->
                    line.values().containsKey("fact")
                            ? new NodeCount(0, 0, 1, 0)
                            : new NodeCount(1, 1, 0, 0);
            case ENTERED,
                    ARM_TAKEN,
                    OTHERWISE_TAKEN,
                    SHARE_TAKEN,
                    MESSAGE_OFFERED,
                    TAG_ADDED,
                    TAG_REMOVED,
                    GRANTED ->
                    new NodeCount(1, 1, 0, 0);
        };
    }

    public NodeCount plus(NodeCount other) {
        return new NodeCount(
                entered + other.entered,
                done + other.done,
                departed + other.departed,
                withheld + other.withheld);
    }

    public long waiting() {
        return entered - done - departed;
    }
}
