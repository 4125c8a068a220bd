package dev.waystation.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Numbers its commands; the journal is a list that only a commit extends. */
final class CountingDesk implements Desk<String, Integer> {

    final List<String> journal = new ArrayList<>();
    final List<Integer> batchSizes = new ArrayList<>();
    private final List<String> decided = new ArrayList<>();
    int failNextCommits;
    int fenceNextCommits;
    int failNextRollbacks;
    int rollbacks;
    CountDownLatch gate = new CountDownLatch(0);
    volatile int atGate;

    @Override
    public Integer decide(String command) {
        if (command.startsWith("poison")) {
            decided.add(command); // half a change, as a broken desk leaves it
            throw new IllegalArgumentException(command);
        }
        decided.add(command);
        return journal.size() + decided.size();
    }

    @Override
    public void commit() {
        await();
        if (fenceNextCommits > 0) {
            fenceNextCommits--;
            journal.add("of another writer");
            throw new LaneFenced("sequence taken", new IllegalStateException());
        }
        if (failNextCommits > 0) {
            failNextCommits--;
            throw new IllegalStateException("disk full");
        }
        batchSizes.add(decided.size());
        journal.addAll(decided);
        decided.clear();
    }

    @Override
    public void rollback(Throwable cause) {
        rollbacks++;
        if (failNextRollbacks > 0) {
            failNextRollbacks--;
            throw new IllegalStateException("database away");
        }
        decided.clear();
    }

    private void await() {
        try {
            atGate = decided.size();
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
