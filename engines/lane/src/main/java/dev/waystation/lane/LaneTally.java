package dev.waystation.lane;

import java.util.concurrent.atomic.AtomicLong;

/** Counts of one lane, written by its writer and its callers, read by anyone. */
final class LaneTally {

    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong fenced = new AtomicLong();
    private volatile long batchNanos = 5_000_000L;

    void answered(int commands) {
        answered.addAndGet(commands);
        batches.incrementAndGet();
    }

    void refused() {
        refused.incrementAndGet();
    }

    void failed(int commands) {
        failed.addAndGet(commands);
    }

    void fenced() {
        fenced.incrementAndGet();
    }

    // A moving mean: the last batch weighs an eighth. Only the writer calls this.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void took(long nanos) {
        batchNanos += (nanos - batchNanos) / 8;
    }

    long batchNanos() {
        return batchNanos;
    }

    LaneFigures figures(int waiting) {
        return new LaneFigures(
                answered.get(), batches.get(), refused.get(), failed.get(), fenced.get(), waiting);
    }
}
