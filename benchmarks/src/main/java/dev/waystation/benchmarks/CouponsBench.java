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
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A flash sale: 100,000 coupons, 1,000,000 requests of 300,000 members, one coupon each. The
 * baseline is one transaction per request in its best form: one call of a server-side function that
 * looks before it locks, inserts the grant under a unique key and counts down one of several
 * counter rows, on as many connections as serve it best. It runs a tenth of the sale, the same
 * mixture, because it takes so much longer. The lane decides in memory and journals batches; once
 * the last coupon is durable, whoever asks is told no at once. Both sell exactly the stock, to
 * nobody twice, on the same durable PostgreSQL, asked by the same clients.
 */
public final class CouponsBench {

    private static final int CLIENTS = Integer.getInteger("clients", 1_000);
    private static final int PAIRS = Integer.getInteger("pairs", 5);
    private static final int SCALE = Integer.getInteger("baselineScale", 10);
    private static final int STOCK = 100_000;
    private static final int REQUESTS = 1_000_000;
    private static final int MEMBERS = 300_000;
    private static final int PLACES = 4;

    private static final List<String> SCHEMA =
            List.of(
                    "create table coupon (campaign bigint, sequence bigint, member bigint not null,"
                            + " claimed_at timestamptz not null default now(),"
                            + " primary key (campaign, sequence), unique (campaign, member))",
                    "create table left_over (campaign bigint, place int, remaining int not null"
                            + " check (remaining >= 0), primary key (campaign, place))",
                    "create table grant_of (campaign bigint, member bigint,"
                            + " claimed_at timestamptz not null default now(),"
                            + " primary key (campaign, member))",
                    """
                    create function claim(c bigint, m bigint) returns boolean language plpgsql as $$
                    begin
                      if not exists (select 1 from left_over
                                     where campaign = c and remaining > 0) then
                        return false;
                      end if;
                      insert into grant_of (campaign, member) values (c, m)
                      on conflict do nothing;
                      if not found then
                        return false;
                      end if;
                      for p in 0 .. (select count(*) - 1 from left_over where campaign = c) loop
                        update left_over set remaining = remaining - 1
                        where campaign = c and remaining > 0
                          and place = (m + p) %
                              (select count(*) from left_over where campaign = c);
                        if found then
                          return true;
                        end if;
                      end loop;
                      delete from grant_of where campaign = c and member = m;
                      return false;
                    end $$
                    """);

    private final DataSource database;
    private final BenchReport report = new BenchReport("coupons");
    private long campaigns;
    private int connections = 1;
    private int places = 1;

    private CouponsBench(DataSource database) {
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        int status;
        try (EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("shared_buffers", "256MB")
                        .setServerConfig("max_wal_size", "2GB")
                        .start()) {
            status = new CouponsBench(server.getPostgresDatabase()).measure();
        }
        System.exit(status);
    }

    private int measure() throws SQLException {
        report.say(
                "%,d coupons, %,d requests of %,d members, %d clients; baseline at 1/%d of that"
                        .formatted(STOCK, REQUESTS, MEMBERS, CLIENTS, SCALE));
        run(SCHEMA);
        for (String name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            String value = text("show " + name);
            report.say("PostgreSQL " + name + " = " + value);
            if (!value.equals("on")) {
                throw new IllegalStateException(name + " must be on");
            }
        }
        chooseBaseline();
        Ratio ratio = report.pairs("coupons", 20, PAIRS, () -> baseline(SCALE), this::lane);
        return report.finish(ratio);
    }

    /** The baseline gets the connections and counter rows that serve it best on this machine. */
    private void chooseBaseline() {
        double fastest = 0;
        int bestConnections = 1;
        int bestPlaces = 1;
        for (int rows : new int[] {1, PLACES}) {
            for (int size : new int[] {2, 4, 8, 16}) {
                connections = size;
                places = rows;
                double rate = baseline(SCALE * 5);
                report.say(
                        "baseline on %d connections, %d counter rows: %.0f/s"
                                .formatted(size, rows, rate));
                if (rate > fastest) {
                    fastest = rate;
                    bestConnections = size;
                    bestPlaces = rows;
                }
            }
        }
        connections = bestConnections;
        places = bestPlaces;
    }

    private double baseline(int scale) {
        long campaign = ++campaigns;
        int stock = STOCK / scale;
        BlockingQueue<PreparedStatement> pool = new ArrayBlockingQueue<>(connections);
        List<Connection> open = new ArrayList<>();
        try {
            List<String> counters = new ArrayList<>();
            for (int place = 0; place < places; place++) {
                int share = stock / places + (place < stock % places ? 1 : 0);
                counters.add(
                        "insert into left_over values (%d, %d, %d)"
                                .formatted(campaign, place, share));
            }
            run(counters);
            for (int i = 0; i < connections; i++) {
                Connection connection = database.getConnection();
                open.add(connection);
                pool.add(connection.prepareStatement("select claim(" + campaign + ", ?)"));
            }
            double rate =
                    sale(
                            scale,
                            campaign,
                            member -> {
                                PreparedStatement statement = pool.take();
                                try {
                                    statement.setLong(1, member);
                                    try (ResultSet row = statement.executeQuery()) {
                                        return row.next() && row.getBoolean(1);
                                    }
                                } finally {
                                    pool.add(statement);
                                }
                            });
            verify("grant_of", campaign, stock);
            return rate;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            open.forEach(CouponsBench::close);
        }
    }

    private double lane() {
        long campaign = ++campaigns;
        LaneSettings settings = LaneSettings.named("sale").withLargestBatch(2_048);
        try (Connection connection = database.getConnection()) {
            SaleDesk desk = new SaleDesk(connection, campaign, STOCK);
            try (Lane<Long, Boolean> lane = Lane.open(settings, desk)) {
                double rate = sale(1, campaign, member -> !desk.isSoldOut() && lane.ask(member));
                verify("coupon", campaign, STOCK);
                return rate;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Asking {
        boolean won(long member) throws Exception;
    }

    /** All requests of a sale, in one random order shared by the clients; requests a second. */
    private static double sale(int scale, long seed, Asking asking) {
        int[] members = new int[REQUESTS / scale];
        Random random = new Random(seed);
        for (int i = 0; i < members.length; i++) {
            members[i] = random.nextInt(MEMBERS / scale);
        }
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        int sold = 0;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                counts.add(
                        clients.submit(() -> {
                            int won = 0;
                            for (int i = next.getAndIncrement();
                                    i < members.length;
                                    i = next.getAndIncrement()) {
                                won += asking.won(members[i]) ? 1 : 0;
                            }
                            return won;
                        }));
            }
            for (Future<Integer> count : counts) {
                sold += count.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        if (sold != STOCK / scale) {
            throw new IllegalStateException("told " + sold + " buyers that they have one");
        }
        return members.length / seconds;
    }

    /** Exactly the stock is sold, and nobody has two. */
    private void verify(String table, long campaign, int stock) throws SQLException {
        String found =
                text(
                        "select count(*) || ' ' || count(distinct member) from "
                                + table
                                + " where campaign = "
                                + campaign);
        if (!found.equals(stock + " " + stock)) {
            throw new IllegalStateException("sold and members: " + found + " of " + stock);
        }
    }

    private void run(List<String> statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String text(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
