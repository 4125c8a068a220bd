package dev.waystation.platform.foundation.jobs;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Progress that reaches the job table a few times per second at most. */
final class StoredProgress implements JobProgress {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final long id;
    private final JobStore store;
    private long total;
    private long done;
    private long writtenAt = System.nanoTime();
    private boolean cancelled;
    private boolean partial;

    StoredProgress(long id, JobStore store) {
        this.id = id;
        this.store = store;
        this.done = store.done(id);
    }

    @Override
    public synchronized void total(long units) {
        total = units;
        flush();
    }

    @Override
    public synchronized void done(long units) {
        done = units;
        writeSometimes();
    }

    @Override
    public synchronized boolean cancelled() {
        writeSometimes();
        return cancelled;
    }

    @Override
    public Optional<JsonNode> mark() {
        return store.mark(id);
    }

    @Override
    public synchronized void mark(Object where, long units) {
        done = units;
        store.mark(id, where, units);
    }

    @Override
    public synchronized void partial() {
        partial = true;
    }

    @Override
    public long jobId() {
        return id;
    }

    synchronized void flush() {
        writtenAt = System.nanoTime();
        cancelled = store.progress(id, done, total);
    }

    synchronized String finalState() {
        if (cancelled) {
            return "cancelled";
        }
        return partial ? "partial" : "done";
    }

    private void writeSometimes() {
        if (System.nanoTime() - writtenAt > PAUSE_NANOS) {
            flush();
        }
    }
}
