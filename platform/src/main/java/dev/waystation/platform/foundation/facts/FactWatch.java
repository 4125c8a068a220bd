package dev.waystation.platform.foundation.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the log for all readers of this process, in one small statement, and rings only those
 * for whom there is something. Dozens of readers that each look for themselves cost more than the
 * facts they wait for. What is rung for is readable: it lies behind the oldest running transaction.
 */
final class FactWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FactWatch.class);

    /** After something was appended here: as long as an older transaction may hold it back. */
    private static final long SOON_MILLIS = 10;

    /** While nothing is appended here; another process may have appended. */
    private static final long IDLE_MILLIS = 250;

    private final FactStore store;
    private final Map<Semaphore, Set<String>> ears = new HashMap<>();
    private final Semaphore appended = new Semaphore(0);
    private String seen;
    private volatile boolean running = true;

    /** Sees what becomes readable from here on. */
    FactWatch(FactStore store) {
        this.store = store;
        this.seen = store.look(null).line();
    }

    /** Rings this bell when one of these types is there to read. Before {@link #run}. */
    void listen(Semaphore bell, List<String> types) {
        ears.put(bell, Set.copyOf(types));
    }

    /** Something was appended in this process. */
    void appended() {
        appended.release();
    }

    void stop() {
        running = false;
        appended();
        ears.keySet().forEach(Semaphore::release);
    }

    /** Until it is stopped. */
    void run() {
        long pause = SOON_MILLIS;
        while (running) {
            try {
                look();
                boolean rung = appended.tryAcquire(pause, TimeUnit.MILLISECONDS);
                appended.drainPermits();
                pause = rung ? SOON_MILLIS : Math.min(IDLE_MILLIS, 2 * pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** One look; rings whom it concerns. */
    void look() throws InterruptedException {
        try {
            FactStore.Look look = store.look(seen);
            seen = look.line();
            ears.forEach((bell, types) -> {
                if (look.types().stream().anyMatch(types::contains)) {
                    bell.release();
                }
            });
        } catch (RuntimeException unreadable) {
            LOG.debug("The log cannot be looked at", unreadable);
            TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
        }
    }
}
