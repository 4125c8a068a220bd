package dev.waystation.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
            Map<Long, Double> server,
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
                spent(before.server(), after.server()) / entries,
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
                    serverMicros(statement),
                    micros(ProcessHandle.current()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    // PostgreSQL 18 counts syncs of the log in pg_stat_io.
    private static final String SYNCS =
            "select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal'";

    /** Of every process of the server that serves a connection still open. */
    private static Map<Long, Double> serverMicros(Statement statement) throws SQLException {
        Map<Long, Double> micros = new HashMap<>();
        try (ResultSet row =
                statement.executeQuery(
                        "select pid from pg_stat_activity where backend_type = 'client backend'")) {
            while (row.next()) {
                ProcessHandle.of(row.getLong(1))
                        .ifPresent(process -> micros.put(process.pid(), micros(process)));
            }
        }
        return micros;
    }

    private static double spent(Map<Long, Double> before, Map<Long, Double> after) {
        return after.entrySet().stream()
                .mapToDouble(each -> each.getValue() - before.getOrDefault(each.getKey(), 0.0))
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
