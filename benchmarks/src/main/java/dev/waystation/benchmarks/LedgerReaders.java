package dev.waystation.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads all accounts again and again while others move amounts and die. On one snapshot the total
 * never changes. The control reads the two currencies one after the other and does see it change.
 */
final class LedgerReaders implements AutoCloseable {

    private static final String BOTH =
            """
            select sum(available) as total,
                   count(*) filter (where available <> (
                     select sum(l.free) from wallet.lot l
                     where l.member_id = a.member_id and l.currency = a.currency)) as off
            from wallet.account a
            where member_id >= 7000000000
            """;

    private static final String ONE =
            "select sum(available) from wallet.account where member_id >= 7000000000 and currency = ";

    private final String url;
    private final String user;
    private final String password;
    private final long total;
    private final AtomicBoolean stop = new AtomicBoolean();
    final AtomicLong reads = new AtomicLong();
    final AtomicLong wrong = new AtomicLong();
    final AtomicLong controlReads = new AtomicLong();
    final AtomicLong controlWrong = new AtomicLong();

    LedgerReaders(String url, String user, String password, long total) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.total = total;
    }

    void start() {
        Thread.ofVirtual().start(() -> loop(this::snapshot));
        Thread.ofVirtual().start(() -> loop(this::control));
    }

    @Override
    public void close() {
        stop.set(true);
    }

    private interface Read {
        void once(Statement statement) throws SQLException;
    }

    // The server dies under the readers as well; they come back like everybody else.
    private void loop(Read read) {
        while (!stop.get()) {
            try (Connection connection = DriverManager.getConnection(url, user, password);
                    Statement statement = connection.createStatement()) {
                while (!stop.get()) {
                    read.once(statement);
                }
            } catch (SQLException away) {
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    private void snapshot(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(BOTH)) {
            row.next();
            if (row.getLong(1) != total || row.getLong(2) != 0) {
                wrong.incrementAndGet();
            }
            reads.incrementAndGet();
        }
    }

    private void control(Statement statement) throws SQLException {
        long sum = number(statement, "points") + number(statement, "eco");
        controlReads.incrementAndGet();
        if (sum != total) {
            controlWrong.incrementAndGet();
        }
    }

    private static long number(Statement statement, String currency) throws SQLException {
        try (ResultSet row = statement.executeQuery(ONE + "'" + currency + "'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
