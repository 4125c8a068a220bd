package dev.waystation.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Callers in a closed loop: each waits for its answer before it asks again. */
final class LedgerClients {

    private static final AtomicLong SEED = new AtomicLong(4_711);

    /** One posting. */
    interface Posting {
        void post(SplittableRandom random) throws Exception;
    }

    private LedgerClients() {}

    static double perSecond(int callers, long millis, Posting posting) {
        long start = System.nanoTime();
        long end = start + TimeUnit.MILLISECONDS.toNanos(millis);
        long done = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                SplittableRandom random = new SplittableRandom(SEED.incrementAndGet());
                counts.add(
                        threads.submit(() -> {
                            long count = 0;
                            while (System.nanoTime() < end) {
                                posting.post(random);
                                count++;
                            }
                            return count;
                        }));
            }
            for (Future<Long> count : counts) {
                done += count.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return done * 1e9 / (System.nanoTime() - start);
    }
}
