package dev.waystation.platform.foundation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.wiring.MachineTime;
import dev.waystation.testkit.Draw;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class FactLogIT {

    private static final Instant NOON = Instant.parse("2026-11-16T04:00:00Z");
    private static final AtomicLong ROUNDS = new AtomicLong();

    @Autowired private DataSource database;
    @Autowired private JdbcClient jdbc;
    @Autowired private FactLog log;
    @Autowired private FactStore store;
    @Autowired private MachineTime machine;
    @Autowired private PlatformTransactionManager transactions;

    private final long round = ROUNDS.incrementAndGet();

    /** Notes the numbers of its round; breaks on the numbers it was told to. */
    private final class Listener implements FactReader {

        private final String name = "test-" + UUID.randomUUID();
        private final List<Long> heard = new ArrayList<>();
        private final Set<Long> unbearable;

        Listener(Long... unbearable) {
            this.unbearable = Set.of(unbearable);
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
            List<Long> numbers = new ArrayList<>();
            for (RecordedFact recorded : batch) {
                NumberDrawn drawn = (NumberDrawn) recorded.fact();
                if (drawn.round() == round) {
                    if (unbearable.contains(drawn.number())) {
                        throw new IllegalStateException("cannot bear " + drawn.number());
                    }
                    numbers.add(drawn.number());
                }
            }
            heard.addAll(numbers);
        }
    }

    @Test
    void neverSkipsTheRowsOfASlowerTransaction() throws SQLException {
        Listener listener = new Listener();
        FactPump pump = pump(listener);
        try (Connection slow = begin();
                Connection fast = begin()) {
            append(slow, 1);
            append(fast, 2);
            fast.commit();
            pump.drain();
            assertThat(listener.heard).as("the slow one is older and still runs").isEmpty();
            slow.commit();
        }
        pump.drain();
        assertThat(listener.heard).containsExactly(1L, 2L);
    }

    @Test
    void neverSkipsWhenTheOlderTransactionDrawsTheLaterPosition() throws SQLException {
        Listener listener = new Listener();
        FactPump pump = pump(listener);
        try (Connection older = begin();
                Connection younger = begin()) {
            transactionId(older);
            append(younger, 2);
            append(older, 1);
            older.commit();
            pump.drain();
            assertThat(listener.heard).containsExactly(1L);
            younger.commit();
        }
        pump.drain();
        assertThat(listener.heard).containsExactly(1L, 2L);
    }

    /** The control: what everybody writes first, and why it is wrong. */
    @Test
    void pollingForHigherPositionsDoesSkip() throws SQLException {
        List<Long> heard = new ArrayList<>();
        long last = highestPosition();
        try (Connection slow = begin();
                Connection fast = begin()) {
            append(slow, 1);
            append(fast, 2);
            fast.commit();
            last = pollNaively(last, heard);
            slow.commit();
        }
        pollNaively(last, heard);
        assertThat(heard).as("the slow transaction's row is lost for ever").containsExactly(2L);
    }

    @Test
    void hearsEachFactOnceWhileManyWritersCommitInAnyOrder() {
        Listener listener = new Listener();
        FactPump pump = pump(listener);
        int writers = 6;
        int each = 40;
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            long first = writer * 1_000L;
            Draw draw = new Draw(77 + writer);
            all.add(CompletableFuture.runAsync(() -> write(first, each, draw)));
        }
        CompletableFuture<Void> done =
                CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
        while (!done.isDone()) {
            pump.drain();
        }
        done.join();
        pump.drain();
        List<Long> expected = new ArrayList<>();
        for (long writer = 0; writer < writers; writer++) {
            LongStream.range(writer * 1_000, writer * 1_000 + each).forEach(expected::add);
        }
        assertThat(listener.heard).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void oneReaderThatThrowsHoldsUpNobodyElseAndGivesUpOnTheFactInTheEnd() throws SQLException {
        Listener broken = new Listener(2L);
        Listener healthy = new Listener();
        FactPump pump = pump(broken, healthy);
        try (Connection connection = begin()) {
            append(connection, 1);
            append(connection, 2);
            append(connection, 3);
            connection.commit();
        }
        assertThatThrownBy(pump::drain).hasMessageContaining("cannot bear 2");
        assertThat(healthy.heard).containsExactly(1L, 2L, 3L);
        assertThat(broken.heard).as("the failed batch left nothing twice").containsExactly(1L);
        for (int attempt = 0; attempt < 8; attempt++) {
            machine.shift(Duration.ofMinutes(5));
            drainIgnoring(pump);
        }
        assertThat(broken.heard).containsExactly(1L, 3L);
        long buried =
                jdbc.sql("select count(*) from foundation.fact_dead_letter where reader = :reader")
                        .param("reader", broken.name())
                        .query(Long.class)
                        .single();
        assertThat(buried).isEqualTo(1);
    }

    @Test
    void refusesAFactOutsideOfATransaction() {
        assertThatThrownBy(() -> log.append(new NumberDrawn(round, 1, NOON)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in the transaction of the change");
    }

    @Test
    void forgetsTheFactsOfATransactionThatRollsBack() {
        Listener listener = new Listener();
        FactPump pump = pump(listener);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> {
                    log.append(new NumberDrawn(round, 1, NOON));
                    status.setRollbackOnly();
                });
        pump.drain();
        assertThat(listener.heard).isEmpty();
    }

    private void write(long first, int count, Draw draw) {
        for (int i = 0; i < count; i++) {
            try (Connection connection = begin()) {
                append(connection, first + i);
                if (draw.chance(30)) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("select pg_sleep(0.005)");
                    }
                }
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private FactPump pump(FactReader... readers) {
        FactPump pump = new FactPump(List.of(readers), store, log, transactions, false);
        pump.start();
        return pump;
    }

    private static void drainIgnoring(FactPump pump) {
        try {
            pump.drain();
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessageContaining("cannot bear");
        }
    }

    private Connection begin() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private void append(Connection connection, long number) throws SQLException {
        log.append(connection, List.of(new NumberDrawn(round, number, NOON)));
    }

    private static void transactionId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_current_xact_id()");
        }
    }

    private long highestPosition() {
        return jdbc.sql("select coalesce(max(position), 0) from foundation.fact")
                .query(Long.class)
                .single();
    }

    private long pollNaively(long last, List<Long> heard) {
        long highest = last;
        List<Long> positions = new ArrayList<>();
        jdbc.sql(
                        """
                        select position, (body ->> 'number')::bigint as number
                        from foundation.fact
                        where position > :last and subject = :round
                          and type = 'foundation.NumberDrawn'
                        order by position
                        """)
                .param("last", last)
                .param("round", round)
                .query(row -> {
                    positions.add(row.getLong("position"));
                    heard.add(row.getLong("number"));
                });
        for (long position : positions) {
            highest = Math.max(highest, position);
        }
        return highest;
    }
}
