package dev.waystation.benchmarks;

import dev.waystation.platform.engagement.journey.usecase.DrainDueEnrolments;
import dev.waystation.platform.foundation.wiring.WorldClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;

/**
 * While everybody of one journey is due at once, a few members of another come due all the time:
 * how fast the crowd drains, and how long these few wait for their step.
 */
final class JourneysNeighbours {

    private static final int TOGETHER = 10;
    private static final long PAUSE_MILLIS = 100;
    private static final double MOST_SECONDS = 10;

    /** Members a second: a million within two minutes. */
    private static final double PACE = 1_000_000 / 120.0;

    private final DrainDueEnrolments drain;
    private final JourneysWorld crowd;
    private final JourneysWorld few;

    JourneysNeighbours(ApplicationContext platform, JourneysWorld crowd) {
        this.drain = platform.getBean(DrainDueEnrolments.class);
        this.crowd = crowd;
        this.few = JourneysWorld.others(platform);
    }

    /** Some of the few, and since when they are due. */
    private record Due(long from, long to, long since) {}

    /** The pace against a million in two minutes, and the wait of 95 of 100 of the few. */
    void measure(int members, WorldClock clock, BenchReport report) throws InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        crowd.due(members, now);
        long start = System.nanoTime();
        CompletableFuture<Long> drained = CompletableFuture.supplyAsync(() -> drain.handle(now));
        List<Double> lags = new ArrayList<>();
        Deque<Due> open = new ArrayDeque<>();
        while (!drained.isDone()) {
            long last = few.trickle(TOGETHER, now);
            open.add(new Due(last - TOGETHER + 1, last, System.nanoTime()));
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            note(open, lags);
        }
        double seconds = seconds(start);
        drain.handle(now);
        note(open, lags);
        Collections.sort(lags);
        double p95 = at(lags, 0.95);
        report.say(
                "%,d members due at once drained in %.1f s (%,.0f/s); %,d groups of %d of another"
                                .formatted(
                                        members, seconds, members / seconds, lags.size(), TOGETHER)
                        + " journey came due meanwhile and waited %.2f s (p50), %.2f s (p95), %.2f s (p99)"
                                .formatted(at(lags, 0.5), p95, at(lags, 0.99)));
        report.part(new Ratio("journeys-drain", 1, List.of(members / seconds / PACE)));
        report.part(new Ratio("journeys-neighbours", 1, List.of(MOST_SECONDS / p95)));
    }

    private void note(Deque<Due> open, List<Double> lags) {
        while (!open.isEmpty() && few.waiting(open.peek().from(), open.peek().to()) == 0) {
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
