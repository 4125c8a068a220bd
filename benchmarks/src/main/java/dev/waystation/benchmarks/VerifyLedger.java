package dev.waystation.benchmarks;

import dev.waystation.platform.foundation.wiring.EmbeddedDatabase;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.model.BooksCheck;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proves of the ledger what a bank would ask of it; every check shows first that it can fail. */
public final class VerifyLedger {

    private static final int STEPS = Integer.getInteger("steps", 10_000);
    private static final int SPENDS = 200;

    private VerifyLedger() {}

    public static void main(String[] arguments) throws Exception {
        Report report = new Report("verify-ledger");
        boolean ok;
        String kills;
        try (Scratch scratch = Scratch.open("verify-ledger");
                EmbeddedDatabase server =
                        EmbeddedDatabase.open(
                                scratch.folder().resolve("postgres"), scratch.folder(), 0);
                ConfigurableApplicationContext wallet =
                        WalletAlone.open(
                                server.url(), server.user(), server.secret(), "verifier", true)) {
            Points points = wallet.getBean(Points.class);
            ShowPoints show = wallet.getBean(ShowPoints.class);
            JdbcClient jdbc = wallet.getBean(JdbcClient.class);
            ok = oneWinner(points, jdbc, report);
            ok &= walks(points, show, jdbc, report);
            LedgerBank bank = new LedgerBank(server, points, jdbc, scratch.folder());
            ok &= bank.run(report);
            kills = bank.kills();
            BooksCheck check = show.verify();
            report.say("books: " + check);
            ok &= check.sound();
        }
        report.say(
                "ledger kills=%s walk=%d spends=%d %s"
                        .formatted(kills, STEPS, SPENDS, ok ? "ok" : "short"));
        report.write();
        System.exit(ok ? 0 : 1);
    }

    private static boolean walks(Points points, ShowPoints show, JdbcClient jdbc, Report report) {
        long passed = new LedgerWalk(20_261_122, LocalDate.of(2035, 1, 1)).run(points, STEPS);
        BooksCheck check = show.verify();
        report.say(
                "walk: %d commands, %d posted, replay of %d entries: %s"
                        .formatted(
                                STEPS,
                                passed,
                                check.entries(),
                                check.sound() ? "balances equal" : check));
        alter(jdbc, 1);
        boolean found = !show.verify().sound();
        alter(jdbc, -1);
        report.say("control: one point too many in one lot is " + (found ? "found" : "missed"));
        return check.sound() && found && passed > STEPS / 4;
    }

    private static void alter(JdbcClient jdbc, int by) {
        jdbc.sql(
                        """
                        update wallet.lot set free = free + :by
                        where (member_id, currency, lot_no) = (
                          select member_id, currency, lot_no from wallet.lot
                          where member_id between 6000000000 and 6000000019
                          order by member_id, currency, lot_no limit 1)
                        """)
                .param("by", by)
                .update();
    }

    private static boolean oneWinner(Points points, JdbcClient jdbc, Report report)
            throws Exception {
        long member = 8_000_000_000L;
        points.post(LedgerTransfers.credit(UUID.randomUUID(), member, "points", 1_000));
        long winners =
                race(
                        64,
                        SPENDS,
                        () ->
                                points.post(
                                                new PointsCommand.Spend(
                                                        UUID.randomUUID(),
                                                        member,
                                                        "points",
                                                        1_000,
                                                        "all of it"))
                                        instanceof PostOutcome.Posted);
        jdbc.sql("create table unguarded (id bigint, balance bigint)").update();
        jdbc.sql("insert into unguarded values (1, 1000)").update();
        CyclicBarrier together = new CyclicBarrier(8);
        long careless =
                race(
                        8,
                        8,
                        () -> {
                            long balance =
                                    jdbc.sql("select balance from unguarded")
                                            .query((row, index) -> row.getLong(1))
                                            .single();
                            together.await();
                            return balance >= 1_000
                                    && jdbc.sql("update unguarded set balance = :rest")
                                                    .param("rest", balance - 1_000)
                                                    .update()
                                            == 1;
                        });
        report.say(
                "race: %d parallel spends of the whole balance, %d won, %d left"
                        .formatted(SPENDS, winners, points.balance(member, "points").spendable()));
        report.say("control: reading first and writing then let %d win".formatted(careless));
        return winners == 1 && careless > 1;
    }

    private static long race(int clients, int calls, Callable<Boolean> call) throws Exception {
        try (ExecutorService pool =
                Executors.newFixedThreadPool(clients, Thread.ofVirtual().factory())) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                answers.add(pool.submit(call));
            }
            long won = 0;
            for (Future<Boolean> answer : answers) {
                won += answer.get() ? 1 : 0;
            }
            return won;
        }
    }
}
