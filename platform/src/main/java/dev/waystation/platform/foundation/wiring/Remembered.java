package dev.waystation.platform.foundation.wiring;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read from tables and is kept in memory until somebody changes them. What is forgotten
 * while it is being read is answered to whoever read it and not kept: it may be from before the
 * change.
 */
public final class Remembered<T> {

    private record Held<T>(T value, long changes) {}

    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Held<T> held;

    /** What is kept, if nobody changed it and it still holds; otherwise what is read now. */
    public T get(Predicate<T> holds, Supplier<T> read) {
        Held<T> last = held;
        long before = changes.get();
        if (last != null && last.changes() == before && holds.test(last.value())) {
            return last.value();
        }
        T fresh = read.get();
        held = new Held<>(fresh, before);
        return fresh;
    }

    /** Now, and once more after the running transaction: until then others read what was before. */
    public void forget() {
        changes.incrementAndGet();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            changes.incrementAndGet();
                        }
                    });
        }
    }
}
