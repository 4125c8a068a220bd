package dev.waystation.platform.foundation.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class FactPumpIT implements FactReader {

    private static final Instant NOON = Instant.parse("2026-11-16T04:00:00Z");

    @Autowired private JdbcClient jdbc;
    @Autowired private FactLog log;
    @Autowired private FactStore store;
    @Autowired private PlatformTransactionManager transactions;

    private final String name = "test-" + UUID.randomUUID();
    private final long round = UUID.randomUUID().getMostSignificantBits();
    private final List<Long> heard = new ArrayList<>();

    /** The database's own count of its rows is such a transaction, at any moment of a busy test. */
    @Test
    void drainingWaitsForFactsThatSomebodysOlderTransactionHoldsBack() throws Exception {
        FactPump pump = new FactPump(List.of(this), store, log, transactions, false);
        pump.start();
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        CompletableFuture<Void> older =
                CompletableFuture.runAsync(() ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(status -> stay(running, seen)));
        running.await();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> log.append(new NumberDrawn(round, 1, NOON)));
        assertThat(store.holdsBack()).isTrue();
        assertThat(store.read(mark(), new String[] {"foundation.NumberDrawn"}, Integer.MAX_VALUE))
                .as("the control: nothing can be read yet")
                .noneMatch(row -> row.body().contains(String.valueOf(round)));
        seen.countDown();
        pump.drain();
        assertThat(heard).containsExactly(1L);
        older.join();
    }

    private void stay(CountDownLatch running, CountDownLatch seen) {
        jdbc.sql("select pg_current_xact_id()::text").query(String.class).single();
        running.countDown();
        try {
            seen.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LockSupport.parkNanos(200_000_000);
    }

    private FactStore.Mark mark() {
        return new FactStore.Mark("0", 0, 0, Instant.MIN);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(NumberDrawn.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        batch.stream()
                .map(recorded -> (NumberDrawn) recorded.fact())
                .filter(drawn -> drawn.round() == round)
                .forEach(drawn -> heard.add(drawn.number()));
    }
}
