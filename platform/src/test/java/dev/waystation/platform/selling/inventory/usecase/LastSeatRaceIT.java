package dev.waystation.platform.selling.inventory.usecase;

import static dev.waystation.platform.selling.inventory.model.SmallTrain.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.lanes.LaneConnections;
import dev.waystation.platform.selling.inventory.model.Ruling;
import dev.waystation.platform.selling.inventory.model.RunBook;
import dev.waystation.platform.selling.inventory.model.RunLayout;
import dev.waystation.platform.selling.inventory.model.SeatCommand;
import dev.waystation.platform.selling.inventory.model.SmallTrain;
import dev.waystation.platform.selling.inventory.store.SeatArchive;
import dev.waystation.platform.selling.inventory.store.SeatJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 64 clients want the last seat. */
@PlatformIT
class LastSeatRaceIT {

    private static final int CLIENTS = 64;
    private static final AtomicLong NEXT_RUN = new AtomicLong(7_100_000_000L);

    @Autowired SeatArchive archive;
    @Autowired SeatJournal journal;
    @Autowired FactLog facts;
    @Autowired LaneConnections connections;

    private static long winners(Callable<Boolean> client) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                answers.add(
                        clients.submit(() -> {
                            start.await();
                            return client.call();
                        }));
            }
            long won = 0;
            for (Future<Boolean> answer : answers) {
                won += answer.get() ? 1 : 0;
            }
            return won;
        }
    }

    @RepeatedTest(20)
    void exactlyOneClientGetsTheLastSeat() throws Exception {
        RunLayout layout = SmallTrain.layout(NEXT_RUN.incrementAndGet(), 4, 1);
        try (SeatLanes lanes = new SeatLanes(archive, facts, connections, new RunViews(), 2, 100);
                SeatLanes second =
                        new SeatLanes(archive, facts, connections, new RunViews(), 2, 100)) {
            AtomicLong turn = new AtomicLong();
            long won =
                    winners(() -> {
                        SeatLanes mine = turn.getAndIncrement() % 2 == 0 ? lanes : second;
                        return mine.ask(
                                        new SeatCommand.Hold(
                                                layout,
                                                SmallTrain.wish(layout, UUID.randomUUID(), 0, 3, 1),
                                                NOW))
                                instanceof Ruling.Seated;
                    });
            assertThat(won).isEqualTo(1);
            assertThat(journal.read(List.of(layout.run()))).hasSize(1);
        }
    }

    /**
     * The negative control: clients who each decide on their own reading of the journal, without
     * the lane and without its key, sell the seat many times. The race above is therefore real.
     */
    @Test
    void withoutTheGuardTheSameRaceOversells() throws Exception {
        RunLayout layout = SmallTrain.layout(NEXT_RUN.incrementAndGet(), 4, 1);
        CyclicBarrier allHaveRead = new CyclicBarrier(CLIENTS);
        long won =
                winners(() -> {
                    RunBook mine = new RunBook(layout);
                    journal.read(List.of(layout.run())).forEach(mine::replay);
                    allHaveRead.await();
                    return mine.decide(
                                    new SeatCommand.Hold(
                                            layout,
                                            SmallTrain.wish(layout, UUID.randomUUID(), 0, 3, 1),
                                            NOW),
                                    decision -> {})
                            instanceof Ruling.Seated;
                });
        assertThat(won).isGreaterThan(1);
    }
}
