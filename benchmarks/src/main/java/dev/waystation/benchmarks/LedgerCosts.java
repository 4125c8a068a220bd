package dev.waystation.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import javax.sql.DataSource;

/** What a posting costs the database, counted by the server itself. */
final class LedgerCosts {

    private LedgerCosts() {}

    private record Counters(
            double bytes,
            double syncs,
            double commits,
            double entries,
            double server,
            double client) {}

    static String measure(DataSource database, String what, DoubleSupplier round) {
        Counters before = read(database);
        double rate = round.getAsDouble();
        Counters after = read(database);
        double entries = after.entries() - before.entries();
        return String.format(
                Locale.ROOT,
                "%s: %.0f WAL bytes, %.4f syncs, %.4f transactions, %.0f + %.0f processor µs of"
                        + " PostgreSQL + ours per posting at %,.0f/s",
                what,
                (after.bytes() - before.bytes()) / entries,
                (after.syncs() - before.syncs()) / entries,
                (after.commits() - before.commits()) / entries,
                (after.server() - before.server()) / entries,
                (after.client() - before.client()) / entries,
                rate);
    }

    private static Counters read(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_stat_force_next_flush()");
            return new Counters(
                    number(statement, "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn"),
                    number(statement, SYNCS),
                    number(
                            statement,
                            "select xact_commit from pg_stat_database"
                                    + " where datname = current_database()"),
                    number(
                            statement,
                            "select (select sum(entries) from wallet.account)"
                                    + " + (select sum(entries) from plain.account)"),
                    serverMicros((int) number(statement, "select pg_backend_pid()")),
                    micros(ProcessHandle.current()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    // PostgreSQL 18 counts syncs of the log in pg_stat_io.
    private static final String SYNCS =
            "select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal'";

    /** Of all processes of the server that still run. */
    private static double serverMicros(int pid) {
        return ProcessHandle.of(pid).flatMap(ProcessHandle::parent).stream()
                .flatMap(ProcessHandle::children)
                .mapToDouble(LedgerCosts::micros)
                .sum();
    }

    private static double micros(ProcessHandle process) {
        return process.info().totalCpuDuration().map(spent -> spent.toNanos() / 1e3).orElse(0.0);
    }

    private static double number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }
}
