package dev.waystation.benchmarks;

import dev.waystation.platform.engagement.journey.usecase.DrainDueEnrolments;
import dev.waystation.platform.foundation.wiring.WorldClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Members come due at half the pace that was measured, a group ten times a second, while the drain
 * runs as its timer runs it: how late each group is moved.
 */
final class JourneysHalfRate {

    private static final Duration LASTS =
            Duration.ofSeconds(Integer.getInteger("half-rate-seconds", 30));
    private static final long GROUP_MILLIS = 100;
    private static final long TIMER_MILLIS = 1_000;

    private final DrainDueEnrolments drain;
    private final JourneysWorld world;
    private final WorldClock clock;

    JourneysHalfRate(DrainDueEnrolments drain, JourneysWorld world, WorldClock clock) {
        this.drain = drain;
        this.world = world;
        this.clock = clock;
    }

    private record Due(long from, long to, long since) {}

    /** How many were moved. */
    long measure(double perSecond, BenchReport report) throws InterruptedException {
        int group = Math.max(1, (int) (perSecond / 2 * GROUP_MILLIS / 1_000));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var going = new AtomicBoolean(true);
        CompletableFuture<Long> drained = CompletableFuture.supplyAsync(() -> drain(now, going));
        List<Double> lags = new ArrayList<>();
        Deque<Due> open = new ArrayDeque<>();
        long begin = System.nanoTime();
        long made = 0;
        for (long next = begin; next - begin < LASTS.toNanos(); ) {
            long last = world.trickle(group, now);
            open.add(new Due(last - group + 1, last, System.nanoTime()));
            made += group;
            note(open, lags);
            next += TimeUnit.MILLISECONDS.toNanos(GROUP_MILLIS);
            long ahead = next - System.nanoTime();
            if (ahead > 0) {
                TimeUnit.NANOSECONDS.sleep(ahead);
            }
        }
        double seconds = seconds(begin);
        while (!open.isEmpty()) {
            note(open, lags);
            TimeUnit.MILLISECONDS.sleep(10);
        }
        going.set(false);
        drained.join();
        Collections.sort(lags);
        report.say(
                "half rate: %,.0f members a second came due for %.0f s; moved after %.2f s (p50), %.2f s (p95), %.2f s (p99)"
                        .formatted(
                                made / seconds,
                                seconds,
                                at(lags, 0.5),
                                at(lags, 0.95),
                                at(lags, 0.99)));
        return made;
    }

    /** Once a second, as the timer does it. */
    private long drain(Instant now, AtomicBoolean going) {
        long moved = 0;
        while (going.get()) {
            long began = System.nanoTime();
            moved += drain.handle(now);
            long rest = TimeUnit.MILLISECONDS.toNanos(TIMER_MILLIS) - (System.nanoTime() - began);
            try {
                if (rest > 0) {
                    TimeUnit.NANOSECONDS.sleep(rest);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return moved;
            }
        }
        return moved;
    }

    private void note(Deque<Due> open, List<Double> lags) {
        while (!open.isEmpty() && world.waiting(open.peek().from(), open.peek().to()) == 0) {
            lags.add(seconds(open.remove().since()));
        }
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) ((sorted.size() - 1) * share));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
