package dev.waystation.benchmarks;

import dev.waystation.platform.Platform;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.lanes.Trips;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Posts through the wallet of the whole platform, with every check on, against SQL that leaves the
 * same rows in tables of the same shape without our triggers: one set-based statement per batch,
 * and one call of a stored procedure per posting. Half of the postings credit, half spend.
 */
public final class LedgerBench {

    private static final int ACCOUNTS = Integer.getInteger("accounts", 100_000);
    private static final int CALLERS = Integer.getInteger("callers", 32);
    private static final int BATCH = Integer.getInteger("batch", 8_190);
    private static final long MILLIS = Long.getLong("roundMillis", 4_000L);
    private static final int PAIRS = Integer.getInteger("pairs", 5);
    private static final long FIRST = 5_000_000_000L;
    private static final Explanation WHY =
            Explanation.of(new Said("基准测试", "credited by the benchmark"));

    private static final AtomicLong SEED = new AtomicLong(20_261_122);

    private LedgerBench() {}

    public static void main(String[] arguments) throws Exception {
        BenchReport report = new BenchReport("ledger");
        report.say(
                "%d accounts, %d a batch, %d callers, %d pairs of %d ms"
                        .formatted(ACCOUNTS, BATCH, CALLERS, PAIRS, MILLIS));
        int status;
        try (Scratch data = Scratch.open("ledger-bench");
                ConfigurableApplicationContext platform =
                        SpringApplication.run(
                                Platform.class,
                                "--waystation.data=" + data.folder(),
                                "--waystation.background=false",
                                "--logging.level.root=WARN",
                                "--server.port=0")) {
            Points points = platform.getBean(Points.class);
            DataSource database = platform.getBean(DataSource.class);
            LedgerSql sql = new LedgerSql(database, FIRST);
            sql.prepare(ACCOUNTS, report);
            fill(points);
            Trips trips = platform.getBean(Trips.class);
            LedgerCosts costs =
                    new LedgerCosts(database, () -> trips.statements() + sql.statements());
            report.part(singles(report, points, sql, costs));
            report.part(hot(report, points));
            Ratio bulk =
                    report.pairs(
                            "ledger", 0.8, PAIRS, () -> perSecond(sql::batch), () -> bulk(points));
            report.say(costs.measure("ours, bulk", () -> bulk(points)));
            report.say(costs.measure("SQL, bulk", () -> perSecond(sql::batch)));
            sql.verify(report);
            status = report.finish(bulk);
        }
        System.exit(status);
    }

    private static Ratio singles(
            BenchReport report, Points points, LedgerSql sql, LedgerCosts costs) {
        int connections = sql.bestConnections(CALLERS, MILLIS / 4, report);
        Ratio ratio =
                report.pairs(
                        "ledger-single",
                        3,
                        PAIRS,
                        () -> sql.singles(CALLERS, connections, MILLIS),
                        () -> single(points, false));
        report.say(costs.measure("ours, single", () -> single(points, false)));
        report.say(
                costs.measure(
                        "procedure, single", () -> sql.singles(CALLERS, connections, MILLIS)));
        return ratio;
    }

    /** Half of all postings on one account must not slow the lanes down. */
    private static Ratio hot(BenchReport report, Points points) {
        return report.pairs(
                "ledger-hot", 0.8, PAIRS, () -> single(points, false), () -> single(points, true));
    }

    private static double single(Points points, boolean hot) {
        return LedgerClients.perSecond(
                CALLERS,
                MILLIS,
                random -> posted(points.post(command(random, member(random, hot)))));
    }

    private static double bulk(Points points) {
        return perSecond(random -> {
            List<PointsCommand> commands = new ArrayList<>(BATCH);
            for (int i = 0; i < BATCH; i++) {
                commands.add(command(random, member(random, false)));
            }
            points.postAll(commands).forEach(LedgerBench::posted);
            return BATCH;
        });
    }

    /** One set of postings. */
    interface Batch {
        int post(SplittableRandom random);
    }

    /** Two callers, so that one prepares while the other waits; the same for both sides. */
    private static double perSecond(Batch batch) {
        long start = System.nanoTime();
        long end = start + TimeUnit.MILLISECONDS.toNanos(MILLIS);
        long done = 0;
        try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                SplittableRandom random = new SplittableRandom(SEED.incrementAndGet());
                counts.add(
                        callers.submit(() -> {
                            long count = 0;
                            while (System.nanoTime() < end) {
                                count += batch.post(random);
                            }
                            return count;
                        }));
            }
            for (Future<Long> count : counts) {
                done += count.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return done * 1e9 / (System.nanoTime() - start);
    }

    /** Every account has enough to spend from, so that nothing is refused. */
    private static void fill(Points points) {
        for (int from = 0; from < ACCOUNTS; from += BATCH) {
            List<PointsCommand> commands = new ArrayList<>();
            for (int i = from; i < Math.min(ACCOUNTS, from + BATCH); i++) {
                commands.add(credit(UUID.randomUUID(), FIRST + i, 1_000_000));
            }
            points.postAll(commands).forEach(LedgerBench::posted);
        }
    }

    private static long member(SplittableRandom random, boolean hot) {
        return hot && random.nextBoolean() ? FIRST : FIRST + random.nextInt(ACCOUNTS);
    }

    private static PointsCommand command(SplittableRandom random, long member) {
        UUID reference = new UUID(random.nextLong(), random.nextLong());
        long amount = random.nextInt(1, 100);
        return random.nextBoolean()
                ? credit(reference, member, amount)
                : new PointsCommand.Spend(reference, member, Points.POINTS, amount, "bench");
    }

    private static PointsCommand credit(UUID reference, long member, long amount) {
        return new PointsCommand.Credit(
                reference,
                member,
                Points.POINTS,
                amount,
                LocalDate.of(2030, 12, 31),
                WHY,
                "travel");
    }

    private static void posted(PostOutcome outcome) {
        if (!(outcome instanceof PostOutcome.Posted)) {
            throw new IllegalStateException("Not posted: " + outcome);
        }
    }

    static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
