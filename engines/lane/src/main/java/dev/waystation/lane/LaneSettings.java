package dev.waystation.lane;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/**
 * How a lane runs.
 *
 * @param name shown in messages and as the writer's thread name
 * @param capacity commands that may wait; one more is refused
 * @param largestBatch commands decided before one commit at most
 * @param writer makes the one writer thread
 * @param nanoTime measures how long a batch takes, for the retry time; never decides anything
 * @param patience how long to wait at most for callers who were just answered to ask again
 */
public record LaneSettings(
        String name,
        int capacity,
        int largestBatch,
        ThreadFactory writer,
        LongSupplier nanoTime,
        Duration patience) {

    public LaneSettings {
        if (capacity < 1 || largestBatch < 1) {
            throw new IllegalArgumentException(
                    "capacity (%d) and largestBatch (%d) of lane %s must be at least 1"
                            .formatted(capacity, largestBatch, name));
        }
    }

    /** Room for 4096 waiting commands, batches of up to 512. */
    public static LaneSettings named(String name) {
        return new LaneSettings(
                name,
                4096,
                512,
                Thread.ofPlatform().daemon().name("lane-" + name).factory(),
                System::nanoTime,
                Duration.ZERO);
    }

    public LaneSettings withCapacity(int commands) {
        return new LaneSettings(name, commands, largestBatch, writer, nanoTime, patience);
    }

    public LaneSettings withLargestBatch(int commands) {
        return new LaneSettings(name, capacity, commands, writer, nanoTime, patience);
    }

    /**
     * Lets callers in a loop share a commit: of those who wait, half would otherwise be answered
     * while the other half asks again, and every batch would be half as large as it could be.
     */
    public LaneSettings withPatience(Duration atMost) {
        return new LaneSettings(name, capacity, largestBatch, writer, nanoTime, atMost);
    }
}
