package dev.waystation.platform.foundation.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bucket of tokens per caller, full at first, refilled at an even pace. Kept as one number per
 * bucket: the moment at which it will be full again.
 */
final class TokenBuckets {

    private static final int SWEEP_ABOVE = 20_000;

    private final long pace;
    private final long depth;
    private final ConcurrentMap<String, Long> fullAt = new ConcurrentHashMap<>();

    /** So many tokens at once, and so many again per period. */
    TokenBuckets(int tokens, int perPeriod, Duration period) {
        this.pace = period.toNanos() / perPeriod;
        this.depth = pace * tokens;
    }

    /** Takes a token; how long to wait for the next one when there is none, else zero. */
    Duration take(String caller, Instant at) {
        long now = Duration.between(Instant.EPOCH, at).toNanos();
        AtomicLong wait = new AtomicLong();
        fullAt.compute(
                caller,
                (key, before) -> {
                    long full = Math.max(now, before == null ? now : before) + pace;
                    wait.set(Math.max(0, full - now - depth));
                    return wait.get() == 0 ? full : before;
                });
        if (fullAt.size() > SWEEP_ABOVE) {
            fullAt.values().removeIf(full -> full <= now);
        }
        return Duration.ofNanos(wait.get());
    }
}
