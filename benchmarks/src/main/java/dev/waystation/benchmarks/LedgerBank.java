package dev.waystation.benchmarks;

import dev.waystation.platform.foundation.wiring.EmbeddedDatabase;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kills processes and database sessions in the middle of transfers, and then counts. */
final class LedgerBank {

    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final long MOST_SECONDS = Long.getLong("mostSeconds", 840);
    private static final long WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final int SLOTS = KILLS;
    private static final int HASTY = SLOTS;

    private final EmbeddedDatabase server;
    private final Points points;
    private final JdbcClient jdbc;
    private final LedgerTellers tellers;
    private final LedgerCount count;
    private int processKills;
    private int sessionKills;
    private int crashes;

    LedgerBank(EmbeddedDatabase server, Points points, JdbcClient jdbc, Path folder) {
        this.server = server;
        this.points = points;
        this.jdbc = jdbc;
        this.tellers = new LedgerTellers(server, folder);
        this.count = new LedgerCount(points, jdbc);
    }

    String kills() {
        return processKills + "+" + sessionKills;
    }

    /** Ends every process it started, also when it breaks off. */
    boolean run(Report report) throws IOException, InterruptedException {
        try (tellers) {
            return counted(report);
        }
    }

    private boolean counted(Report report) throws IOException, InterruptedException {
        long members = LedgerTransfers.members(SLOTS + 1);
        open(members);
        LedgerReaders readers =
                new LedgerReaders(
                        server.url(),
                        server.user(),
                        server.secret(),
                        members * 2 * LedgerTransfers.OPENING);
        List<LedgerTellers.Teller> all;
        try (readers) {
            readers.start();
            all = killThemAll();
        }
        long answered = 0;
        long missing = 0;
        for (LedgerTellers.Teller teller : all) {
            int[] last = teller.lastTold();
            for (int client = 0; client < last.length; client++) {
                answered += last[client] + 1;
                missing += count.missing(teller.slot(), client, last[client]);
                count.moved(teller.slot(), client, last[client]);
            }
        }
        long off = count.off(members);
        report.say(
                "bank: %d process kills, %d session kills, %d of them crashed the server"
                        .formatted(processKills, sessionKills, crashes));
        report.say(
                "bank: %d transfers answered, %d lost, %d of %d accounts off a count by hand"
                        .formatted(answered, missing, off, members * 2));
        report.say(
                "bank: %d full reads on one snapshot, %d saw another total"
                        .formatted(readers.reads.get(), readers.wrong.get()));
        report.say(
                "control: %d reads of one currency after the other, %d saw another total"
                        .formatted(readers.controlReads.get(), readers.controlWrong.get()));
        long lostByHaste = hastyControl();
        report.say("control: answering before the commit lost %d transfers".formatted(lostByHaste));
        return processKills >= KILLS
                && sessionKills >= KILLS
                && answered > 0
                && missing == 0
                && off == 0
                && readers.reads.get() > 0
                && readers.wrong.get() == 0
                && readers.controlWrong.get() > 0
                && lostByHaste > 0;
    }

    private void open(long members) {
        List<PointsCommand> credits = new ArrayList<>();
        for (long i = 0; i < members; i++) {
            for (String currency : List.of("points", "eco")) {
                credits.add(
                        LedgerTransfers.credit(
                                UUID.randomUUID(),
                                LedgerTransfers.FIRST + i,
                                currency,
                                LedgerTransfers.OPENING));
            }
        }
        points.postAll(credits);
    }

    /** Two work, a third and a fourth one start; when the third stands, the oldest dies. */
    private List<LedgerTellers.Teller> killThemAll() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        List<LedgerTellers.Teller> all = new ArrayList<>();
        Deque<LedgerTellers.Teller> alive = new ArrayDeque<>();
        Deque<LedgerTellers.Teller> starting = new ArrayDeque<>();
        for (int slot = 0; slot < SLOTS && System.nanoTime() < end; slot++) {
            while (starting.size() < 2 && slot + starting.size() < SLOTS) {
                LedgerTellers.Teller next = tellers.start(slot + starting.size(), "honest");
                all.add(next);
                starting.add(next);
            }
            LedgerTellers.Teller ready = starting.removeFirst();
            ready.awaitReady();
            alive.add(ready);
            LockSupport.parkNanos(WORK_NANOS);
            killSessions();
            LockSupport.parkNanos(WORK_NANOS);
            if (alive.size() > 2) {
                alive.removeFirst().kill();
                processKills++;
            }
        }
        alive.addAll(starting); // when the time was up
        for (LedgerTellers.Teller teller : alive) {
            teller.kill();
            processKills++;
        }
        return all;
    }

    /** Every fifth time one server process dies hard, and PostgreSQL recovers from its log. */
    private void killSessions() {
        sessionKills++;
        try {
            List<Integer> pids =
                    jdbc.sql(
                                    """
                                    select pid from pg_stat_activity
                                    where application_name = 'teller' order by random()
                                    """)
                            .query((row, index) -> row.getInt(1))
                            .list();
            if (sessionKills % 5 == 0 && !pids.isEmpty()) {
                if (ProcessHandle.of(pids.getFirst())
                        .map(ProcessHandle::destroyForcibly)
                        .orElse(false)) {
                    crashes++;
                }
                return;
            }
            jdbc.sql(
                            """
                            select count(pg_terminate_backend(pid)) from pg_stat_activity
                            where application_name = 'teller'
                            """)
                    .query((row, index) -> row.getInt(1))
                    .single();
        } catch (RuntimeException recovering) {
            LockSupport.parkNanos(WORK_NANOS);
        }
    }

    private long hastyControl() throws IOException, InterruptedException {
        LedgerTellers.Teller hasty = tellers.start(HASTY, "hasty");
        hasty.awaitReady();
        LockSupport.parkNanos(WORK_NANOS);
        hasty.kill();
        long lost = 0;
        int[] last = hasty.lastTold();
        for (int client = 0; client < last.length; client++) {
            lost += count.missing(HASTY, client, last[client]);
        }
        return lost;
    }
}
