package dev.waystation.platform.selling.inventory.usecase;

import static dev.waystation.platform.selling.inventory.model.SmallTrain.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.lanes.LaneConnections;
import dev.waystation.platform.selling.inventory.model.Decision;
import dev.waystation.platform.selling.inventory.model.Ruling;
import dev.waystation.platform.selling.inventory.model.RunBook;
import dev.waystation.platform.selling.inventory.model.RunLayout;
import dev.waystation.platform.selling.inventory.model.SeatCommand;
import dev.waystation.platform.selling.inventory.model.SmallTrain;
import dev.waystation.platform.selling.inventory.store.SeatArchive;
import dev.waystation.platform.selling.inventory.store.SeatJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Long journals load fast, and memory holds only the books somebody asks for. */
@PlatformIT
class SnapshotsIT {

    private static final AtomicLong NEXT_RUN = new AtomicLong(7_300_000_000L);
    private static final int MOST_BOOKS = 5;

    @Autowired SeatArchive archive;
    @Autowired SeatJournal journal;
    @Autowired FactLog facts;
    @Autowired LaneConnections connections;
    @Autowired JdbcClient jdbc;

    private final RunLayout layout = aRun();
    private RunViews views;
    private SeatLanes lanes;

    private static RunLayout aRun() {
        return SmallTrain.layout(NEXT_RUN.incrementAndGet(), 4, 5);
    }

    @BeforeEach
    void start() {
        open();
    }

    private void open() {
        views = new RunViews();
        lanes = new SeatLanes(archive, facts, connections, views, 1, MOST_BOOKS);
    }

    @AfterEach
    void stop() {
        lanes.close();
    }

    private static SeatCommand hold(RunLayout run, UUID ref) {
        return new SeatCommand.Hold(run, SmallTrain.wish(run, ref, 0, 3, 1), NOW);
    }

    /** So many holds, all but the last one given back again. */
    private void comeAndGo(int holds) {
        List<CompletableFuture<Ruling>> answers = new ArrayList<>();
        for (int i = 0; i < holds; i++) {
            UUID ref = UUID.randomUUID();
            answers.add(lanes.submit(hold(layout, ref)));
            if (i < holds - 1) {
                answers.add(
                        lanes.submit(new SeatCommand.Release(layout, ref, "changed mind", NOW)));
            }
            if (answers.size() > 400) {
                answers.forEach(CompletableFuture::join);
                answers.clear();
            }
        }
        answers.forEach(CompletableFuture::join);
    }

    private long snapshotLine() {
        return jdbc.sql(
                        """
                        select coalesce(max(sequence), 0) from inventory.run_snapshot
                         where run_id = :run
                        """)
                .param("run", layout.run().value())
                .query(Long.class)
                .single();
    }

    private RunBook fullReplay() {
        RunBook replayed = new RunBook(layout);
        journal.read(List.of(layout.run())).forEach(replayed::replay);
        return replayed;
    }

    private RunBook opened() {
        return Objects.requireNonNull(archive.open(Map.of(layout.run(), layout)).get(layout.run()))
                .book();
    }

    @Test
    void aRunIsTheSameFromItsSnapshotAndTailAsFromItsWholeJournal() {
        comeAndGo(50_000);
        long lines = opened().sequence();
        assertThat(lines).isEqualTo(99_999);
        assertThat(lines - snapshotLine()).isLessThanOrEqualTo(lines / 10 + 1_000);
        long started = System.nanoTime();
        RunBook replayed = fullReplay();
        long whole = System.nanoTime() - started;
        started = System.nanoTime();
        RunBook opened = opened();
        long short_ = System.nanoTime() - started;
        assertThat(opened.digest()).isEqualTo(replayed.digest());
        assertThat(opened.state()).isEqualTo(replayed.state());
        assertThat(short_)
                .as("the whole journal took %s", Duration.ofNanos(whole))
                .isLessThan(whole);
    }

    @Test
    void aSnapshotThatCannotBeReadIsPassedOverForTheJournal() {
        comeAndGo(600);
        assertThat(snapshotLine()).isPositive();
        jdbc.sql("update inventory.run_snapshot set state = 'oops' where run_id = :run")
                .param("run", layout.run().value())
                .update();
        assertThat(opened().digest()).isEqualTo(fullReplay().digest());
    }

    /** The control: with a line too few in its tail the state is another one, and we notice. */
    @Test
    void aTailThatMissesItsLastLineIsNotTheSame() {
        comeAndGo(10);
        List<Decision> lines = journal.read(List.of(layout.run()));
        RunBook missing = new RunBook(layout);
        lines.subList(0, lines.size() - 1).forEach(missing::replay);
        assertThat(missing.digest()).isNotEqualTo(opened().digest());
    }

    @Test
    void theWriterWhoLosesOnTheKeyReadsSnapshotAndTailAndDecidesAgain() {
        UUID first = UUID.randomUUID();
        lanes.ask(hold(layout, first));
        try (SeatLanes other =
                new SeatLanes(archive, facts, connections, new RunViews(), 1, MOST_BOOKS)) {
            for (int i = 0; i < 1_100; i++) {
                UUID ref = UUID.randomUUID();
                other.ask(hold(layout, ref));
                if (i < 1_096) {
                    other.ask(new SeatCommand.Release(layout, ref, "changed mind", NOW));
                }
            }
        }
        assertThat(snapshotLine()).isGreaterThan(1_000);
        // this writer still believes in four free seats; all five are taken
        Ruling late = lanes.ask(hold(layout, UUID.randomUUID()));
        assertThat(late).isInstanceOf(Ruling.Refused.class);
        lanes.ask(new SeatCommand.Release(layout, first, "changed mind", NOW));
        assertThat(opened().digest()).isEqualTo(fullReplay().digest());
    }

    @Test
    void onlySoManyBooksStayInMemoryAndAForgottenOneComesBackUnchanged() {
        UUID ref = UUID.randomUUID();
        Ruling seated = lanes.ask(hold(layout, ref));
        for (int i = 0; i < 3 * MOST_BOOKS; i++) {
            lanes.ask(hold(aRun(), UUID.randomUUID()));
            assertThat(views.size()).isLessThanOrEqualTo(MOST_BOOKS);
        }
        assertThat(views.find(layout.run())).isNull();
        assertThat(lanes.ask(hold(layout, ref))).isEqualTo(seated);
        assertThat(journal.read(List.of(layout.run()))).hasSize(1);
    }

    @Test
    void runsThatHaveLeftEverywhereAreForgotten() {
        lanes.ask(hold(layout, UUID.randomUUID()));
        ForgetDepartedRuns forget = new ForgetDepartedRuns(views, lanes);
        forget.handle(layout.lastDeparture().plus(Duration.ofHours(1)));
        assertThat(views.find(layout.run())).isNotNull();
        forget.handle(layout.lastDeparture().plus(Duration.ofHours(3)));
        assertThat(views.find(layout.run())).isNull();
        lanes.ask(new SeatCommand.Load(layout));
        assertThat(Objects.requireNonNull(views.find(layout.run())).version()).isEqualTo(1);
    }
}
