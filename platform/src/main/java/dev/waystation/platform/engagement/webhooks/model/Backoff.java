package dev.waystation.platform.engagement.webhooks.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When to try again, by the schedule the specification proposes: nine tries in three days. */
public final class Backoff {

    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    private Backoff() {}

    /** How long to wait after so many failed tries; empty when it is given up. */
    public static Optional<Duration> after(int attempts) {
        return attempts > WAITS.size() ? Optional.empty() : Optional.of(WAITS.get(attempts - 1));
    }
}
