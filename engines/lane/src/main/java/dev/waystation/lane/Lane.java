package dev.waystation.lane;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Group commit. Callers submit commands; one writer takes everything that arrived while the last
 * commit ran, lets the {@link Desk} decide it on state it owns, has it made durable in one go, and
 * only then completes the answers.
 *
 * <p>Guarantees: commands are decided in the order of submission; no answer is heard before the
 * decision is durable; when a commit fails nobody hears an ok and the state is rebuilt from the
 * journal; when the queue is full the caller is refused with a retry time; closing decides what was
 * accepted.
 *
 * <p>Cost: one lock hand-over and one future per command, one commit per batch.
 *
 * @param <C> command
 * @param <R> answer
 */
public final class Lane<C, R> implements AutoCloseable {

    private static final int FENCED_ATTEMPTS = 5;

    private record Waiting<C, R>(C command, CompletableFuture<R> answer) {}

    private final LaneSettings settings;
    private final Desk<C, R> desk;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Waiting<C, R>> queue = new ArrayDeque<>();
    private final Thread writer;
    private final LaneTally tally = new LaneTally();
    private boolean closed;
    // Wakes the writer; more than one only while it is patient.
    private int wanted = 1;
    private int lastBatch;
    // Set when a rollback itself failed: the state in memory is not to be trusted.
    private @Nullable Throwable stateUnknown;

    private Lane(LaneSettings settings, Desk<C, R> desk) {
        this.settings = settings;
        this.desk = desk;
        this.writer = settings.writer().newThread(this::run);
    }

    /** Opens a lane over a desk whose state is up to date with its journal. */
    public static <C, R> Lane<C, R> open(LaneSettings settings, Desk<C, R> desk) {
        Lane<C, R> lane = new Lane<>(settings, desk);
        lane.writer.start();
        return lane;
    }

    /**
     * Queues a command. The future completes after the commit, or exceptionally with {@link
     * LaneNotPersisted} when nobody may take it as done.
     *
     * @throws LaneIsFull when the queue is full
     * @throws LaneClosed when the lane is closing
     */
    public CompletableFuture<R> submit(C command) {
        Waiting<C, R> waiting = new Waiting<>(command, new CompletableFuture<>());
        lock.lock();
        try {
            if (closed) {
                throw new LaneClosed(settings.name());
            }
            if (queue.size() >= settings.capacity()) {
                tally.refused();
                throw new LaneIsFull(settings.name(), settings.capacity(), retryAfter());
            }
            queue.add(waiting);
            if (queue.size() >= wanted) {
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
        return waiting.answer();
    }

    /** Submits and waits for the durable answer; cheap to wait on a virtual thread. */
    public R ask(C command) {
        try {
            return submit(command).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    public LaneFigures figures() {
        lock.lock();
        try {
            return tally.figures(queue.size());
        } finally {
            lock.unlock();
        }
    }

    /** Refuses new commands, decides and commits the accepted ones, then returns. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (true) {
            try {
                writer.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration retryAfter() {
        long batchesAhead = queue.size() / settings.largestBatch() + 1L;
        return Duration.ofNanos(Math.max(1_000_000L, tally.batchNanos() * batchesAhead));
    }

    private void run() {
        for (List<Waiting<C, R>> batch = take(); !batch.isEmpty(); batch = take()) {
            long start = settings.nanoTime().getAsLong();
            process(batch);
            tally.took(settings.nanoTime().getAsLong() - start);
        }
    }

    /** Everything that waits, up to the largest batch; empty when closed and drained. */
    private List<Waiting<C, R>> take() {
        lock.lock();
        try {
            int together = lastBatch + queue.size();
            while (queue.isEmpty() && !closed) {
                arrived.awaitUninterruptibly();
            }
            bePatient(together);
            List<Waiting<C, R>> batch = new ArrayList<>();
            while (batch.size() < settings.largestBatch() && !queue.isEmpty()) {
                batch.add(queue.remove());
            }
            lastBatch = batch.size();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until those just answered are back beside those who wait already; never longer than a
     * quarter of what a batch takes, so that nobody loses much when they stay away.
     */
    private void bePatient(int together) {
        long left = Math.min(settings.patience().toNanos(), tally.batchNanos() / 4);
        wanted = Math.min(together, settings.largestBatch());
        try {
            while (left > 0 && queue.size() < wanted && !closed) {
                left = arrived.awaitNanos(left);
            }
        } catch (InterruptedException nobodyInterruptsTheWriter) {
            Thread.currentThread().interrupt();
        } finally {
            wanted = 1;
        }
    }

    private void process(List<Waiting<C, R>> taken) {
        List<Waiting<C, R>> batch = new ArrayList<>(taken);
        for (int attempt = 1; !batch.isEmpty(); ) {
            if (!stateIsKnown()) {
                fail(batch, notPersisted(batch, stateUnknown));
                return;
            }
            try {
                desk.prepare(batch.stream().map(Waiting::command).toList());
            } catch (Throwable cause) {
                rollback(cause);
                fail(batch, notPersisted(batch, cause));
                return;
            }
            @Nullable List<R> answers = decide(batch);
            if (answers == null) {
                continue; // one command could not be decided and has left the batch
            }
            try {
                desk.commit();
                answer(batch, answers);
                return;
            } catch (LaneFenced fenced) {
                tally.fenced();
                rollback(fenced);
                if (++attempt > FENCED_ATTEMPTS) {
                    fail(batch, notPersisted(batch, fenced));
                    return;
                }
            } catch (Throwable cause) {
                rollback(cause);
                fail(batch, notPersisted(batch, cause));
                return;
            }
        }
    }

    /** Decides all, or drops the first command that cannot be decided and rolls the rest back. */
    private @Nullable List<R> decide(List<Waiting<C, R>> batch) {
        List<R> answers = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Waiting<C, R> waiting = batch.get(i);
            try {
                answers.add(desk.decide(waiting.command()));
            } catch (Throwable broken) {
                rollback(broken);
                batch.remove(i);
                tally.failed(1);
                waiting.answer().completeExceptionally(broken);
                return null;
            }
        }
        return answers;
    }

    private void answer(List<Waiting<C, R>> batch, List<R> answers) {
        tally.answered(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(answers.get(i));
        }
    }

    private void fail(List<Waiting<C, R>> batch, Throwable cause) {
        tally.failed(batch.size());
        for (Waiting<C, R> waiting : batch) {
            waiting.answer().completeExceptionally(cause);
        }
    }

    private LaneNotPersisted notPersisted(List<Waiting<C, R>> batch, @Nullable Throwable cause) {
        Throwable known = cause == null ? new IllegalStateException("state unknown") : cause;
        return new LaneNotPersisted(settings.name(), batch.size(), known);
    }

    private boolean stateIsKnown() {
        Throwable unknown = stateUnknown;
        if (unknown != null) {
            rollback(unknown);
        }
        return stateUnknown == null;
    }

    private void rollback(Throwable cause) {
        try {
            desk.rollback(cause);
            stateUnknown = null;
        } catch (Throwable broken) {
            stateUnknown = broken;
        }
    }
}
