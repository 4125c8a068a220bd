package dev.waystation.platform.members.wallet.usecase;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The draws of one family, one after another, each within a transaction. Who has the turn never
 * waits for a connection: callers within a transaction bring theirs, and of all others one at a
 * time comes through the door with its own, while the rest wait outside without any.
 */
@Component
class FamilyTurns {

    private static final int LOCKS = 256;

    private final TransactionTemplate transaction;
    private final List<ReentrantLock> turns = locks();
    private final List<ReentrantLock> doors = locks();

    FamilyTurns(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    <T> T take(long family, Supplier<T> work) {
        Supplier<T> turn = () -> alone(turns, family, work);
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? turn.get()
                : alone(doors, family, () -> requireNonNull(transaction.execute(_ -> turn.get())));
    }

    private static <T> T alone(List<ReentrantLock> locks, long family, Supplier<T> work) {
        ReentrantLock lock = locks.get(Math.floorMod(family, LOCKS));
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static List<ReentrantLock> locks() {
        return Stream.generate(ReentrantLock::new).limit(LOCKS).toList();
    }
}
