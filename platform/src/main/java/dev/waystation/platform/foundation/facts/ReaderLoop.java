package dev.waystation.platform.foundation.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads for one reader: batches when all is well, one fact at a time when something fails. */
final class ReaderLoop {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderLoop.class);
    private static final int BATCH = 500;
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final FactReader reader;
    private final FactStore store;
    private final TransactionTemplate transaction;
    private final String[] heard;
    // After a batch failed its facts are read one by one, so that only the culprit is held back.
    private int singles;
    private Next next = Next.MORE;

    /** What a reader has before it after a step. */
    enum Next {
        /** There may be more to read. */
        MORE,
        /** It has read all there was. */
        NOTHING,
        /** It failed, or another process reads for it: to be tried again without being rung. */
        HELD_UP
    }

    ReaderLoop(FactReader reader, FactStore store, TransactionTemplate transaction) {
        this.reader = reader;
        this.store = store;
        this.transaction = transaction;
        this.heard = reader.hears().stream().map(FactTypes::name).toArray(String[]::new);
    }

    String name() {
        return reader.name();
    }

    List<String> hears() {
        return List.of(heard);
    }

    Next next() {
        return next;
    }

    void start() {
        store.createCursor(reader.name());
    }

    /** One step; the number of facts read. Throws what the reader throws, after noting it. */
    int step(boolean evenIfResting) {
        List<FactStore.Row> tried = new ArrayList<>();
        next = Next.HELD_UP;
        try {
            return Optional.ofNullable(
                            transaction.execute(status -> readBatch(evenIfResting, tried)))
                    .orElse(0);
        } catch (RuntimeException broken) {
            if (tried.size() > 1) {
                LOG.warn("Reader {} fails and goes on fact by fact", reader.name(), broken);
                singles = tried.size();
                next = Next.MORE;
                return 1;
            }
            next = Next.HELD_UP;
            note(broken, tried);
            throw broken;
        }
    }

    private int readBatch(boolean evenIfResting, List<FactStore.Row> tried) {
        List<FactStore.Mark> found = store.lockCursor(reader.name());
        if (found.isEmpty()) {
            return 0;
        }
        FactStore.Mark mark = found.getFirst();
        if (!evenIfResting && mark.retryAt().isAfter(store.now())) {
            return 0;
        }
        int limit = mark.failures() == 0 && singles == 0 ? BATCH : 1;
        List<FactStore.Row> rows = store.read(mark, heard, limit);
        next = rows.size() < limit ? Next.NOTHING : Next.MORE;
        if (rows.isEmpty()) {
            singles = 0;
            store.skipSilence(reader.name(), heard);
            return 0;
        }
        tried.addAll(rows);
        reader.read(rows.stream().map(store::recorded).toList());
        store.move(reader.name(), rows.getLast());
        singles = Math.max(0, singles - 1);
        return rows.size();
    }

    /** In a transaction of its own: the failed one is gone with all its effects. */
    private void note(RuntimeException broken, List<FactStore.Row> tried) {
        transaction.executeWithoutResult(status -> {
            List<FactStore.Mark> found = store.lockCursor(reader.name());
            if (found.isEmpty()) {
                return;
            }
            int failures = found.getFirst().failures() + 1;
            Instant now = store.now();
            String error = String.valueOf(broken);
            if (failures >= ATTEMPTS && tried.size() == 1) {
                LOG.error(
                        "Reader {} gives up on fact {}",
                        reader.name(),
                        tried.getFirst().position(),
                        broken);
                store.bury(reader.name(), tried.getFirst(), error, now);
                store.move(reader.name(), tried.getFirst());
                return;
            }
            LOG.warn("Reader {} failed {} times", reader.name(), failures, broken);
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 8));
            store.fail(reader.name(), now.plus(pause), error);
        });
    }
}
