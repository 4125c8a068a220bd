package dev.waystation.platform.foundation.facts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings facts to their readers: each reader on its own thread, so that none waits for another. */
@Component
public class FactPump implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FactPump.class);

    /** After which a reader that failed, or that another process reads for, tries again. */
    private static final long HELD_UP_MILLIS = 250;

    /**
     * After which a reader looks without being rung: the process that read for it may be gone, or
     * somebody wound it back. It also moves past what it does not hear.
     */
    private static final long SILENCE_MILLIS = 10_000;

    /** How long, and how often, {@link #drain} asks whether an older transaction has ended. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final List<ReaderLoop> loops = new ArrayList<>();
    private final FactStore store;
    private final boolean background;
    private final List<Thread> threads = new ArrayList<>();
    private volatile @Nullable FactWatch watch;
    private volatile boolean running;

    FactPump(
            List<FactReader> readers,
            FactStore store,
            FactLog log,
            PlatformTransactionManager transactions,
            @Value("${waystation.background:true}") boolean background) {
        this.store = store;
        this.background = background;
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        for (FactReader reader : readers) {
            loops.add(new ReaderLoop(reader, store, transaction));
        }
        log.whenAppended(this::wake);
    }

    /**
     * Runs all readers on this thread until nothing is left, also what they themselves append. What
     * older transactions hold back, were it only the database that counts its rows, is waited for,
     * for three seconds. The first failure of a reader is thrown after the others have read.
     */
    public void drain() {
        @Nullable RuntimeException failure = null;
        List<ReaderLoop> healthy = new ArrayList<>(loops);
        long patience = System.nanoTime() + PATIENCE.toNanos();
        boolean again = true;
        while (again) {
            boolean held = store.holdsBack() && System.nanoTime() < patience;
            boolean moved = false;
            for (ReaderLoop loop : List.copyOf(healthy)) {
                try {
                    while (loop.step(true) > 0) {
                        moved = true;
                    }
                } catch (RuntimeException broken) {
                    healthy.remove(loop);
                    failure = failure == null ? broken : failure;
                }
            }
            again = moved || held;
            if (held && !moved) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void start() {
        loops.forEach(ReaderLoop::start);
        running = true;
        if (!background) {
            return;
        }
        // before anybody reads: what becomes readable from here on is rung for
        FactWatch fresh = new FactWatch(store);
        for (ReaderLoop loop : loops) {
            Semaphore bell = new Semaphore(0);
            fresh.listen(bell, loop.hears());
            threads.add(
                    Thread.ofVirtual()
                            .name("facts-" + loop.name())
                            .start(() -> runUntilStopped(loop, bell)));
        }
        threads.add(Thread.ofVirtual().name("facts").start(fresh::run));
        watch = fresh;
    }

    @Override
    public void stop() {
        running = false;
        FactWatch current = watch;
        if (current != null) {
            current.stop();
        }
        for (Thread thread : threads) {
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
        watch = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void wake() {
        FactWatch current = watch;
        if (current != null) {
            current.appended();
        }
    }

    private void runUntilStopped(ReaderLoop loop, Semaphore bell) {
        while (running) {
            try {
                loop.step(false);
            } catch (RuntimeException noted) {
                LOG.debug("Reader {} rests", loop.name(), noted);
            }
            switch (loop.next()) {
                case MORE -> {}
                case NOTHING -> rest(bell, SILENCE_MILLIS);
                case HELD_UP -> rest(bell, HELD_UP_MILLIS);
            }
        }
    }

    private static void rest(Semaphore bell, long millis) {
        try {
            bell.tryAcquire(millis, TimeUnit.MILLISECONDS);
            bell.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
