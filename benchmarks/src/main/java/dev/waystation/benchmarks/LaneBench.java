package dev.waystation.benchmarks;

import dev.waystation.lane.Lane;
import dev.waystation.lane.LaneSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Sells from one hot stock, such as the seats of one train on the day it is released. The baseline
 * is one transaction per command in its best form: one prepared statement, one round trip, a
 * conditional update that also numbers the journal row, on as many connections as serve it best.
 * The lane decides in memory and journals batches. Both leave the same journal on the same durable
 * PostgreSQL, asked by the same number of clients.
 */
public final class LaneBench {

    private static final int CLIENTS = Integer.getInteger("clients", 128);
    private static final long ROUND_MILLIS = Long.getLong("roundMillis", 3_000L);
    private static final int PAIRS = Integer.getInteger("pairs", 5);

    private static final List<String> SCHEMA =
            List.of(
                    "create table stock (stream bigint primary key, remaining bigint not null,"
                            + " sequence bigint not null)",
                    "create table journal (stream bigint, sequence bigint, command bigint not null,"
                            + " remaining bigint not null, primary key (stream, sequence))",
                    "insert into stock values (1, 1000000000, 0), (2, 1000000000, 0)");

    private static final String ONE =
            """
            with sold as (
              update stock set remaining = remaining - 1, sequence = sequence + 1
              where stream = 1 and remaining > 0
              returning stream, sequence, remaining)
            insert into journal (stream, sequence, command, remaining)
            select stream, sequence, ?, remaining from sold
            """;

    private LaneBench() {}

    public static void main(String[] arguments) throws Exception {
        BenchReport report = new BenchReport("lane");
        report.say(
                "%d clients on one hot stream, %d pairs of %d ms"
                        .formatted(CLIENTS, PAIRS, ROUND_MILLIS));
        int status;
        try (EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("shared_buffers", "256MB")
                        .setServerConfig("max_wal_size", "2GB")
                        .start()) {
            DataSource database = server.getPostgresDatabase();
            prepare(database, report);
            int connections = bestConnections(database, report);
            Ratio ratio =
                    report.pairs(
                            "lane",
                            10,
                            PAIRS,
                            () -> baseline(database, connections, ROUND_MILLIS),
                            () -> lane(database));
            verify(database, report);
            status = report.finish(ratio);
        }
        System.exit(status);
    }

    private static void prepare(DataSource database, BenchReport report) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : SCHEMA) {
                statement.execute(sql);
            }
            for (String name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                try (ResultSet row = statement.executeQuery("show " + name)) {
                    row.next();
                    String value = row.getString(1);
                    report.say("PostgreSQL " + name + " = " + value);
                    if (!value.equals("on")) {
                        throw new IllegalStateException(name + " must be on");
                    }
                }
            }
        }
    }

    /** Every sale is in the journal once, and the stock agrees with it. */
    private static void verify(DataSource database, BenchReport report) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select count(*), count(*) = max(sequence),"
                                        + " 1000000000 - min(remaining) = count(*)"
                                        + " from journal group by stream order by stream")) {
            while (row.next()) {
                if (!row.getBoolean(2) || !row.getBoolean(3)) {
                    throw new IllegalStateException("The journal has gaps or counts wrongly");
                }
                report.say("journal holds " + row.getLong(1) + " sales without a gap");
            }
        }
    }

    /** The baseline gets the number of connections that serves it best on this machine. */
    private static int bestConnections(DataSource database, BenchReport report) {
        int best = 1;
        double fastest = 0;
        for (int connections : new int[] {1, 2, 4, 8, 16, 32}) {
            double rate = baseline(database, connections, ROUND_MILLIS / 3);
            report.say("baseline on %d connections: %.0f/s".formatted(connections, rate));
            if (rate > fastest) {
                fastest = rate;
                best = connections;
            }
        }
        return best;
    }

    private static double baseline(DataSource database, int size, long millis) {
        BlockingQueue<PreparedStatement> pool = new ArrayBlockingQueue<>(size);
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < size; i++) {
                Connection connection = database.getConnection();
                connections.add(connection);
                pool.add(connection.prepareStatement(ONE));
            }
            return perSecond(
                    millis,
                    command -> {
                        PreparedStatement statement = pool.take();
                        try {
                            statement.setLong(1, command);
                            if (statement.executeUpdate() != 1) {
                                throw new IllegalStateException("Not sold");
                            }
                        } finally {
                            pool.add(statement);
                        }
                    });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            connections.forEach(LaneBench::close);
        }
    }

    private static double lane(DataSource database) {
        try (Connection connection = database.getConnection();
                Lane<Long, Long> lane =
                        Lane.open(LaneSettings.named("bench"), new StockDesk(connection))) {
            return perSecond(
                    ROUND_MILLIS,
                    command -> {
                        if (lane.ask(command) < 0) {
                            throw new IllegalStateException("Not sold");
                        }
                    });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One sale. */
    private interface Sale {
        void sell(long command) throws Exception;
    }

    private static double perSecond(long millis, Sale sale) {
        long start = System.nanoTime();
        long end = start + TimeUnit.MILLISECONDS.toNanos(millis);
        long sold = 0;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                long first = client * 1_000_000_000L;
                counts.add(
                        clients.submit(() -> {
                            long count = 0;
                            while (System.nanoTime() < end) {
                                sale.sell(first + count);
                                count++;
                            }
                            return count;
                        }));
            }
            for (Future<Long> count : counts) {
                sold += count.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return sold * 1e9 / (System.nanoTime() - start);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
