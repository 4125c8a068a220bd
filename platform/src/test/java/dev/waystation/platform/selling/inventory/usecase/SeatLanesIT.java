package dev.waystation.platform.selling.inventory.usecase;

import static dev.waystation.platform.selling.inventory.model.SmallTrain.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.lanes.LaneConnections;
import dev.waystation.platform.selling.inventory.model.Ruling;
import dev.waystation.platform.selling.inventory.model.RunLayout;
import dev.waystation.platform.selling.inventory.model.RunView;
import dev.waystation.platform.selling.inventory.model.SeatCommand;
import dev.waystation.platform.selling.inventory.model.SmallTrain;
import dev.waystation.platform.selling.inventory.store.Holds;
import dev.waystation.platform.selling.inventory.store.SeatArchive;
import dev.waystation.platform.selling.inventory.store.SeatJournal;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lanes over the real journal, on runs that no timetable knows. */
@PlatformIT
class SeatLanesIT {

    private static final AtomicLong NEXT_RUN = new AtomicLong(7_000_000_000L);

    @Autowired SeatArchive archive;
    @Autowired SeatJournal journal;
    @Autowired Holds holds;
    @Autowired FactLog facts;
    @Autowired LaneConnections connections;
    @Autowired JdbcClient jdbc;

    private final RunLayout layout = SmallTrain.layout(NEXT_RUN.incrementAndGet(), 4, 5);
    private RunViews views;
    private SeatLanes lanes;

    private SeatLanes open() {
        return new SeatLanes(archive, facts, connections, views, 1, 100);
    }

    @BeforeEach
    void start() {
        views = new RunViews();
        lanes = open();
    }

    @AfterEach
    void stop() {
        lanes.close();
    }

    private Ruling hold(SeatLanes through, UUID ref, int party) {
        return through.ask(
                new SeatCommand.Hold(layout, SmallTrain.wish(layout, ref, 0, 3, party), NOW));
    }

    private RunView view() {
        return Objects.requireNonNull(views.find(layout.run()));
    }

    @Test
    void anAnswerIsDurableAndToldAsAFact() {
        UUID ref = UUID.randomUUID();
        Ruling held = hold(lanes, ref, 2);
        assertThat(held).isInstanceOf(Ruling.Seated.class);
        assertThat(journal.read(List.of(layout.run()))).hasSize(1);
        assertThat(holds.runOf(ref)).contains(layout.run());
        assertThat(
                        jdbc.sql(
                                        "select count(*) from foundation.fact where subject = :run"
                                                + " and type = 'inventory.SeatsHeld'")
                                .param("run", layout.run().value())
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void theSameReferenceGetsTheSameSeatsAlsoAfterARestart() {
        UUID ref = UUID.randomUUID();
        Ruling held = hold(lanes, ref, 2);
        lanes.close();
        lanes = open();
        assertThat(hold(lanes, ref, 2)).isEqualTo(held);
        assertThat(journal.read(List.of(layout.run()))).hasSize(1);
    }

    @Test
    void twoWritersOfOneRunMeetAtTheJournalAndNeverSellASeatTwice() {
        try (SeatLanes other = new SeatLanes(archive, facts, connections, new RunViews(), 1, 100)) {
            assertThat(hold(lanes, UUID.randomUUID(), 2)).isInstanceOf(Ruling.Seated.class);
            assertThat(hold(other, UUID.randomUUID(), 2)).isInstanceOf(Ruling.Seated.class);
            // This writer still believes that three seats are free.
            assertThat(hold(lanes, UUID.randomUUID(), 2)).isInstanceOf(Ruling.Refused.class);
            assertThat(hold(other, UUID.randomUUID(), 1)).isInstanceOf(Ruling.Seated.class);
        }
    }

    @Test
    @Capability("S9")
    void everyPictureCarriesTheSequenceItIncludes() {
        hold(lanes, UUID.randomUUID(), 1);
        assertThat(view().version()).isEqualTo(1);
        hold(lanes, UUID.randomUUID(), 1);
        assertThat(view().version()).isEqualTo(2);
    }

    @Test
    @Capability("S16")
    void overdueHoldsAreFoundAndTheirSeatsAreFreeAgain() {
        UUID ref = UUID.randomUUID();
        hold(lanes, ref, 5);
        var later = NOW.plus(Duration.ofMinutes(10));
        assertThat(holds.overdue(NOW, 10_000)).noneMatch(overdue -> overdue.holdRef().equals(ref));
        assertThat(holds.overdue(later, 10_000)).anyMatch(overdue -> overdue.holdRef().equals(ref));
        lanes.ask(new SeatCommand.Expire(layout, ref, later));
        assertThat(Objects.requireNonNull(view().classes().get("second")).free(0, 3)).isEqualTo(5);
        assertThat(holds.overdue(later, 10_000))
                .noneMatch(overdue -> overdue.holdRef().equals(ref));
    }
}
