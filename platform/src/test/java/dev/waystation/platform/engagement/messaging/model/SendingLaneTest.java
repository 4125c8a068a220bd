package dev.waystation.platform.engagement.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.engagement.messaging.LaneLimits;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Two vendors on a simulated clock: each gets ten messages a second, one of them never answers. */
class SendingLaneTest {

    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
    private static final LaneLimits LIMITS = new LaneLimits(8, 50, 5, Duration.ofSeconds(30));
    private static final Duration ANSWER = Duration.ofMillis(120);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int HEALTHY = 0;
    private static final int OTHER = 1;

    private record Waiting(int vendor, Instant since) {}

    private record Call(Waiting message, SendingLane lane, Instant ends, boolean answers) {}

    /** The longest a message to the healthy vendor waited for its call to begin. */
    private static Duration longestLag(IntFunction<SendingLane> laneOf, boolean otherIsDead) {
        var queues = List.<Queue<Waiting>>of(new ArrayDeque<>(), new ArrayDeque<>());
        boolean shared = laneOf.apply(HEALTHY) == laneOf.apply(OTHER);
        var calls = new PriorityQueue<>(Comparator.comparing(Call::ends));
        List<Duration> lags = new ArrayList<>();
        for (Instant now = START; now.isBefore(START.plusSeconds(300)); now = now.plusMillis(10)) {
            while (!calls.isEmpty() && !calls.peek().ends().isAfter(now)) {
                Call done = calls.remove();
                done.lane().leave(now, done.answers());
            }
            if (now.toEpochMilli() % 100 == 0) {
                for (int vendor : new int[] {HEALTHY, OTHER}) {
                    queues.get(shared ? 0 : vendor).add(new Waiting(vendor, now));
                }
            }
            for (Queue<Waiting> queue : queues) {
                while (!queue.isEmpty() && laneOf.apply(queue.element().vendor()).enter(now)) {
                    Waiting next = queue.remove();
                    boolean answers = next.vendor() == HEALTHY || !otherIsDead;
                    calls.add(
                            new Call(
                                    next,
                                    laneOf.apply(next.vendor()),
                                    now.plus(answers ? ANSWER : TIMEOUT),
                                    answers));
                    if (next.vendor() == HEALTHY) {
                        lags.add(Duration.between(next.since(), now));
                    }
                }
            }
        }
        return Collections.max(lags);
    }

    @Test
    @Capability("CH-09")
    void aDeadVendorLeavesTheLagOfTheOtherUnchanged() {
        Duration bothWell = longestLag(own(), false);
        assertThat(longestLag(own(), true)).isEqualTo(bothWell);
        SendingLane both = new SendingLane(LIMITS);
        assertThat(longestLag(_ -> both, true))
                .as("the control: one lane for both")
                .isGreaterThan(bothWell.plusSeconds(30));
    }

    private static IntFunction<SendingLane> own() {
        var lanes = List.of(new SendingLane(LIMITS), new SendingLane(LIMITS));
        return lanes::get;
    }

    @Test
    @Capability("CH-09")
    void noMoreCallsBeginWithinASecondThanTheAccountAllows() {
        SendingLane lane = new SendingLane(new LaneLimits(1_000, 50, 5, Duration.ofSeconds(30)));
        int begun = 0;
        for (int millis = 0; millis < 10_000; millis++) {
            begun += lane.enter(START.plusMillis(millis)) ? 1 : 0;
        }
        assertThat(begun).as("the full bucket, then fifty a second").isBetween(540, 550);
    }

    @Test
    void noMoreCallsAreOpenThanTheAccountAllows() {
        SendingLane lane = new SendingLane(LIMITS);
        for (int i = 0; i < 8; i++) {
            assertThat(lane.enter(START)).isTrue();
        }
        assertThat(lane.enter(START)).isFalse();
        lane.leave(START, true);
        assertThat(lane.enter(START)).isTrue();
    }

    @Test
    void afterFailuresInARowItRestsAndThenTriesOneCallOnly() {
        SendingLane lane = new SendingLane(LIMITS);
        fail(lane, 4, START);
        assertThat(lane.enter(START)).isTrue();
        lane.leave(START, true);
        fail(lane, 4, START);
        assertThat(lane.isResting(START)).as("an answer in between").isFalse();
        fail(lane, 1, START);
        assertThat(lane.enter(START.plusSeconds(29))).isFalse();
        assertThat(lane.patience(START.plusSeconds(29))).isEqualTo(Duration.ofSeconds(1));
        Instant later = START.plusSeconds(30);
        assertThat(lane.enter(later)).isTrue();
        assertThat(lane.enter(later)).as("the first is not back").isFalse();
        lane.leave(later, true);
        assertThat(lane.room(later)).isEqualTo(8);
    }

    private static void fail(SendingLane lane, int times, Instant now) {
        for (int i = 0; i < times; i++) {
            assertThat(lane.enter(now)).isTrue();
            lane.leave(now, false);
        }
    }
}
