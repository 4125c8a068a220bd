package dev.waystation.platform.foundation.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private static final long IDLE_MILLIS = 250;

    private final List<ReaderLoop> loops = new ArrayList<>();
    private final boolean background;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Semaphore> bells = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    FactPump(
            List<FactReader> readers,
            FactStore store,
            FactLog log,
            PlatformTransactionManager transactions,
            @Value("${waystation.background:true}") boolean background) {
        this.background = background;
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        for (FactReader reader : readers) {
            loops.add(new ReaderLoop(reader, store, transaction));
        }
        log.whenAppended(this::wake);
    }

    /**
     * Runs all readers on this thread until nothing is left, also what they themselves append. The
     * first failure of a reader is thrown after the others have read.
     */
    public void drain() {
        @Nullable RuntimeException failure = null;
        List<ReaderLoop> healthy = new ArrayList<>(loops);
        boolean moved = true;
        while (moved) {
            moved = false;
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
        for (ReaderLoop loop : loops) {
            Semaphore bell = new Semaphore(0);
            bells.add(bell);
            threads.add(
                    Thread.ofVirtual()
                            .name("facts-" + loop.name())
                            .start(() -> runUntilStopped(loop, bell)));
        }
    }

    @Override
    public void stop() {
        running = false;
        wake();
        for (Thread thread : threads) {
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
        bells.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void wake() {
        bells.forEach(Semaphore::release);
    }

    private void runUntilStopped(ReaderLoop loop, Semaphore bell) {
        while (running) {
            int read = 0;
            try {
                read = loop.step(false);
            } catch (RuntimeException noted) {
                LOG.debug("Reader {} rests", loop.name(), noted);
            }
            if (read == 0) {
                rest(bell);
            }
        }
    }

    private static void rest(Semaphore bell) {
        try {
            boolean rung = bell.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            if (rung) {
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
