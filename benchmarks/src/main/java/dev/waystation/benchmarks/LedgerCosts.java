package dev.waystation.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** What a posting costs the database, counted by the server itself. */
final class LedgerCosts {

    private final DataSource database;
    private final LongSupplier statements;

    /**
     * @param statements how many of them both sides have sent so far
     */
    LedgerCosts(DataSource database, LongSupplier statements) {
        this.database = database;
        this.statements = statements;
    }

    private record Counters(double bytes, double syncs, double commits, double entries) {}

    /** Processor time, without that of counting. */
    private record Spent(Map<Long, Double> byProcess, double client) {

        static Spent now(DataSource database) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                return new Spent(serverMicros(statement), micros(ProcessHandle.current()));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        Spent since(Spent before) {
            Map<Long, Double> grown = new HashMap<>();
            byProcess.forEach((pid, micros) ->
                    grown.put(pid, micros - before.byProcess().getOrDefault(pid, 0.0)));
            return new Spent(grown, client - before.client());
        }

        double server() {
            return byProcess.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** Of one posting. */
    record Cost(
            double rate,
            double statements,
            double bytes,
            double syncs,
            double commits,
            double server,
            double client) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.4f statements, %.4f syncs, %.0f WAL bytes, %.4f transactions, %.0f + %.0f"
                            + " processor µs of PostgreSQL + Java per posting at %,.0f/s",
                    statements,
                    syncs,
                    bytes,
                    commits,
                    server,
                    client,
                    rate);
        }
    }

    String measure(String what, DoubleSupplier round) {
        return what + ": " + cost(round);
    }

    Cost cost(DoubleSupplier round) {
        Counters before = read(database);
        Spent spentBefore = Spent.now(database);
        long sent = statements.getAsLong();
        double rate = round.getAsDouble();
        sent = statements.getAsLong() - sent;
        Spent spent = Spent.now(database).since(spentBefore);
        Counters after = read(database);
        double entries = after.entries() - before.entries();
        return new Cost(
                rate,
                sent / entries,
                (after.bytes() - before.bytes()) / entries,
                (after.syncs() - before.syncs()) / entries,
                (after.commits() - before.commits()) / entries,
                spent.server() / entries,
                spent.client() / entries);
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
                                    + " + (select sum(entries) from plain.account)"));
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
