package dev.waystation.platform.foundation.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Who is rung for, and that nobody is left sleeping beside something to read. */
@PlatformIT
class FactWatchIT {

    private static final Instant NOON = Instant.parse("2026-11-16T04:00:00Z");
    private static final long ROUND = 7_700_001;

    @Autowired private DataSource database;
    @Autowired private FactLog log;
    @Autowired private FactStore store;
    @Autowired private PlatformTransactionManager transactions;

    private final Semaphore drawn = new Semaphore(0);
    private final Semaphore others = new Semaphore(0);

    @Test
    void ringsOnlyThoseWhoHearItAndOnlyOnceItCanBeRead() throws SQLException, InterruptedException {
        FactWatch watch = new FactWatch(store);
        watch.listen(drawn, List.of(FactTypes.name(NumberDrawn.class)));
        watch.listen(others, List.of("test.NeverHappens"));
        try (Connection older = begin();
                Connection younger = begin()) {
            append(older, 1);
            append(younger, 2);
            younger.commit();
            watch.look();
            assertThat(drawn.availablePermits()).as("the older one still runs").isZero();
            older.commit();
        }
        // an order of somebody else may be older still
        while (drawn.availablePermits() == 0) {
            watch.look();
        }
        drawn.drainPermits();
        watch.look();
        assertThat(drawn.availablePermits()).as("what was rung for is not rung for again").isZero();
        assertThat(others.availablePermits()).isZero();
    }

    @Test
    void aReaderThatSleepsHearsOfEveryTransaction() throws SQLException, InterruptedException {
        int count = 200;
        Ear ear = new Ear(count);
        FactPump pump = new FactPump(List.of(ear), store, log, transactions, true);
        pump.start();
        try {
            for (int number = 0; number < count; number++) {
                try (Connection connection = begin()) {
                    append(connection, number);
                    connection.commit();
                }
                if (number % 3 == 0) {
                    log.appended(); // as another process would not
                }
            }
            assertThat(ear.all.await(60, TimeUnit.SECONDS)).as("all are heard").isTrue();
        } finally {
            pump.stop();
        }
        assertThat(ear.heard).hasSize(count);
    }

    /** Counts the numbers of this test. */
    private static final class Ear implements FactReader {
        private final Set<Long> heard = new HashSet<>();
        private final CountDownLatch all;
        private final String name = "test-" + UUID.randomUUID();

        Ear(int count) {
            this.all = new CountDownLatch(count);
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
            for (RecordedFact recorded : batch) {
                NumberDrawn number = (NumberDrawn) recorded.fact();
                if (number.round() == ROUND && heard.add(number.number())) {
                    all.countDown();
                }
            }
        }
    }

    private Connection begin() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private void append(Connection connection, long number) throws SQLException {
        log.append(connection, List.of(new NumberDrawn(ROUND, number, NOON)));
    }
}
