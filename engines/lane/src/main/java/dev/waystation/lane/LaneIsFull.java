package dev.waystation.lane;

import java.time.Duration;

/** The queue holds as many commands as it may; nothing was decided. Try again after a while. */
public final class LaneIsFull extends RuntimeException {

    private final transient Duration retryAfter;

    LaneIsFull(String lane, int capacity, Duration retryAfter) {
        super(
                "Lane %s holds %d commands already; retry after %d ms"
                        .formatted(lane, capacity, retryAfter.toMillis()));
        this.retryAfter = retryAfter;
    }

    /** How long the queue will probably need to make room. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
