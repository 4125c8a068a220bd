package dev.waystation.platform.foundation.jobs;

import java.time.Duration;
import java.time.Instant;

/** Something that has to happen again and again on the world clock. Must be idempotent. */
public interface Timer {

    /** Names the timer's row; never changes. */
    String name();

    Duration every();

    void run(Instant now);
}
