package dev.waystation.benchmarks;

import dev.waystation.platform.foundation.wiring.EmbeddedDatabase;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.usecase.ExpirePoints;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lots are due while members spend, many of them the members whose lots are due. The expiry job
 * runs at its own pace all the while; spends must keep their rate, and nothing may deadlock.
 */
public final class ExpiryBench {

    private static final int LOTS = Integer.getInteger("lots", 10_000_000);
    private static final int PER_ACCOUNT = 10;
    private static final int CALLERS = Integer.getInteger("callers", 32);
    private static final long MILLIS = Long.getLong("roundMillis", 4_000L);
    private static final int PAIRS = Integer.getInteger("pairs", 5);

    /** How much the job does before it looks whether the round is over. */
    private static final int PIECE = 1_000;

    private static final long FIRST = 4_000_000_000L;

    private ExpiryBench() {}

    public static void main(String[] arguments) throws Exception {
        int accounts = LOTS / PER_ACCOUNT;
        BenchReport report = new BenchReport("expiry");
        report.say(
                "%d lots due in %d accounts, %d callers, %d pairs of %d ms"
                        .formatted(LOTS, accounts, CALLERS, PAIRS, MILLIS));
        int status;
        try (Scratch scratch = Scratch.open("expiry-bench");
                EmbeddedDatabase server =
                        EmbeddedDatabase.open(
                                scratch.folder().resolve("postgres"), scratch.folder(), 0);
                ConfigurableApplicationContext wallet =
                        WalletAlone.open(
                                server.url(), server.user(), server.secret(), "expiry", true)) {
            JdbcClient jdbc = wallet.getBean(JdbcClient.class);
            ExpiryWorld.fill(wallet.getBean(DataSource.class), FIRST, accounts, PER_ACCOUNT);
            Points points = wallet.getBean(Points.class);
            ExpirePoints expire = wallet.getBean(ExpirePoints.class);
            AtomicLong expired = new AtomicLong();
            Ratio ratio =
                    report.pairs(
                            "expiry",
                            0.7,
                            PAIRS,
                            () -> spends(points, accounts),
                            () -> beside(points, expire, accounts, expired));
            long deadlocks =
                    jdbc.sql(
                                    """
                                    select deadlocks from pg_stat_database
                                    where datname = current_database()
                                    """)
                            .query((row, index) -> row.getLong(1))
                            .single();
            report.say(
                    "%d expiries posted beside the spends, %d left, %d deadlocks"
                            .formatted(expired.get(), left(jdbc), deadlocks));
            boolean sound = wallet.getBean(ShowPoints.class).verify().sound();
            report.say("books sound afterwards: " + sound);
            status = report.finish(ratio) | (deadlocks == 0 && sound ? 0 : 1);
        }
        System.exit(status);
    }

    private static long left(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from wallet.lot where live and last_day < current_date")
                .query((row, index) -> row.getLong(1))
                .single();
    }

    private static double beside(
            Points points, ExpirePoints expire, int accounts, AtomicLong expired) {
        AtomicBoolean stop = new AtomicBoolean();
        Thread job =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!stop.get()) {
                                expired.addAndGet(expire.lapsed(PIECE));
                            }
                        });
        double rate = spends(points, accounts);
        stop.set(true);
        try {
            job.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return rate;
    }

    private static double spends(Points points, int accounts) {
        return LedgerClients.perSecond(
                CALLERS,
                MILLIS,
                random -> {
                    PostOutcome outcome =
                            points.post(
                                    new PointsCommand.Spend(
                                            new UUID(random.nextLong(), random.nextLong()),
                                            FIRST + random.nextInt(accounts),
                                            Points.POINTS,
                                            1,
                                            "bench"));
                    if (!(outcome instanceof PostOutcome.Posted)) {
                        throw new IllegalStateException("Not posted: " + outcome);
                    }
                });
    }
}
