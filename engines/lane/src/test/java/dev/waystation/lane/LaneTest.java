package dev.waystation.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final CountingDesk desk = new CountingDesk();

    @Test
    void answersAfterTheCommit() {
        try (Lane<String, Integer> lane = Lane.open(LaneSettings.named("t"), desk)) {
            assertThat(lane.ask("a")).isEqualTo(1);
            assertThat(lane.ask("b")).isEqualTo(2);
        }
        assertThat(desk.journal).containsExactly("a", "b");
    }

    @Test
    void answersNobodyWhileTheCommitRuns() {
        desk.gate = new CountDownLatch(1);
        try (Lane<String, Integer> lane = Lane.open(LaneSettings.named("t"), desk)) {
            CompletableFuture<Integer> first = lane.submit("a");
            CompletableFuture<Integer> second = lane.submit("b");
            assertThat(first).isNotDone();
            desk.gate.countDown();
            assertThat(first.join() + second.join()).isEqualTo(3);
        }
    }

    @Test
    void commitsTogetherWhatArrivedDuringTheLastCommit() {
        desk.gate = new CountDownLatch(1);
        try (Lane<String, Integer> lane = Lane.open(LaneSettings.named("t"), desk)) {
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(lane.submit("c" + i));
            }
            desk.gate.countDown();
            answers.forEach(CompletableFuture::join);
        }
        // The writer took one to forty at first; whatever was left then went in one batch.
        assertThat(desk.batchSizes).hasSizeLessThanOrEqualTo(2);
        assertThat(desk.journal).hasSize(40).startsWith("c0", "c1").endsWith("c39");
    }

    @Test
    void tellsNobodyOkWhenTheCommitFailsAndGoesOnFromTheJournal() {
        try (Lane<String, Integer> lane = Lane.open(LaneSettings.named("t"), desk)) {
            lane.ask("a");
            desk.failNextCommits = 1;
            assertThatThrownBy(() -> lane.ask("b"))
                    .isInstanceOf(LaneNotPersisted.class)
                    .hasRootCauseMessage("disk full");
            assertThat(lane.ask("c")).isEqualTo(2);
        }
        assertThat(desk.journal).containsExactly("a", "c");
        assertThat(desk.rollbacks).isEqualTo(1);
    }

    @Test
    void decidesAgainAfterAnotherWriterWasFound() {
        desk.fenceNextCommits = 2;
        try (Lane<String, Integer> lane = Lane.open(LaneSettings.named("t"), desk)) {
            assertThat(lane.ask("a")).isEqualTo(3);
            assertThat(lane.figures().fenced()).isEqualTo(2);
        }
        assertThat(desk.journal).containsExactly("of another writer", "of another writer", "a");
    }

    @Test
    void givesUpWhenTheFenceNeverOpens() {
        desk.fenceNextCommits = 100;
        try (Lane<String, Integer> lane = Lane.open(LaneSettings.named("t"), desk)) {
            assertThatThrownBy(() -> lane.ask("a")).isInstanceOf(LaneNotPersisted.class);
        }
    }

    @Test
    void failsOnlyTheCommandThatCannotBeDecided() {
        desk.gate = new CountDownLatch(1);
        try (Lane<String, Integer> lane = Lane.open(LaneSettings.named("t"), desk)) {
            CompletableFuture<Integer> good = lane.submit("a");
            CompletableFuture<Integer> bad = lane.submit("poison");
            CompletableFuture<Integer> alsoGood = lane.submit("b");
            desk.gate.countDown();
            assertThat(good.join()).isEqualTo(1);
            assertThat(alsoGood.join()).isEqualTo(2);
            assertThatThrownBy(bad::join)
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseInstanceOf(IllegalArgumentException.class);
        }
        assertThat(desk.journal).containsExactly("a", "b");
    }

    @Test
    void decidesNothingOnAStateItCouldNotRebuild() {
        try (Lane<String, Integer> lane = Lane.open(LaneSettings.named("t"), desk)) {
            desk.failNextCommits = 1;
            desk.failNextRollbacks = 2;
            assertThatThrownBy(() -> lane.ask("a")).isInstanceOf(LaneNotPersisted.class);
            assertThatThrownBy(() -> lane.ask("b"))
                    .isInstanceOf(LaneNotPersisted.class)
                    .hasRootCauseMessage("database away");
            assertThat(lane.ask("c")).isEqualTo(1);
        }
        assertThat(desk.journal).containsExactly("c");
    }

    @Test
    void refusesWithARetryTimeWhenFull() {
        desk.gate = new CountDownLatch(1);
        LaneSettings small = LaneSettings.named("t").withCapacity(3).withLargestBatch(2);
        try (Lane<String, Integer> lane = Lane.open(small, desk)) {
            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 10; i++) {
                                    CompletableFuture<Integer> queued = lane.submit("c" + i);
                                    assertThat(queued).isNotNull();
                                }
                            })
                    .isInstanceOfSatisfying(
                            LaneIsFull.class, full -> assertThat(full.retryAfter()).isPositive());
            assertThat(lane.figures().refused()).isEqualTo(1);
            desk.gate.countDown();
        }
    }

    @Test
    void decidesWhatWasAcceptedBeforeItCloses() {
        Lane<String, Integer> lane = Lane.open(LaneSettings.named("t"), desk);
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            answers.add(lane.submit("c" + i));
        }
        lane.close();
        assertThat(answers).allMatch(CompletableFuture::isDone);
        assertThat(desk.journal).hasSize(1_000);
        assertThatThrownBy(() -> lane.submit("late")).isInstanceOf(LaneClosed.class);
    }

    @Test
    void callersInALoopShareABatchWithAPatientWriter() {
        AtomicLong ticks = new AtomicLong();
        LaneSettings settings =
                new LaneSettings(
                        "t",
                        64,
                        64,
                        Thread.ofPlatform().daemon().factory(),
                        () -> ticks.addAndGet(Duration.ofHours(1).toNanos()),
                        Duration.ofSeconds(1));
        desk.gate = new CountDownLatch(1);
        try (Lane<String, Integer> lane = Lane.open(settings, desk)) {
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int caller = 0; caller < 8; caller++) {
                    callers.execute(() -> {
                        for (int i = 0; i < 20; i++) {
                            lane.ask("again");
                        }
                    });
                }
                // The first batch is one caller or more; all the others stand in line behind it.
                while (lane.figures().waiting() + desk.atGate < 8) {
                    Thread.onSpinWait();
                }
                desk.gate.countDown();
            }
            // A hasty writer takes whoever is back first.
            assertThat((double) lane.figures().answered() / lane.figures().batches())
                    .isGreaterThan(6);
        }
    }

    @Test
    void aPatientWriterDoesNotWaitForOneCaller() {
        LaneSettings settings = LaneSettings.named("t").withPatience(Duration.ofDays(1));
        try (Lane<String, Integer> lane = Lane.open(settings, desk)) {
            assertThat(lane.ask("a")).isEqualTo(1);
            assertThat(lane.ask("b")).isEqualTo(2);
        }
    }

    @Test
    void estimatesTheRetryTimeFromTheBatchesBefore() {
        AtomicLong ticks = new AtomicLong();
        LaneSettings settings =
                new LaneSettings(
                        "t",
                        1,
                        1,
                        Thread.ofPlatform().daemon().factory(),
                        () -> ticks.addAndGet(80_000_000L),
                        Duration.ZERO);
        try (Lane<String, Integer> lane = Lane.open(settings, desk)) {
            for (int i = 0; i < 20; i++) {
                lane.ask("c" + i);
            }
            desk.gate = new CountDownLatch(1);
            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 5; i++) {
                                    CompletableFuture<Integer> queued = lane.submit("d" + i);
                                    assertThat(queued).isNotNull();
                                }
                            })
                    .isInstanceOfSatisfying(
                            LaneIsFull.class,
                            full -> assertThat(full.retryAfter().toMillis()).isGreaterThan(50));
            desk.gate.countDown();
        }
    }
}
