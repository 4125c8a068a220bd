package dev.waystation.journey;

import static dev.waystation.journey.Trace.Code.FACT_OCCURRED;
import static dev.waystation.journey.Trace.Code.WAIT_MOVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.Subject;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who hears in a pause what he waits for is due when it is over, and nobody else is. */
class PausedStandingsTest {

    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final Instant PAUSED = START.plusSeconds(300);
    private final Map<String, Object> known =
            new HashMap<>(Map.of("departs", "2026-03-12T02:00:00Z"));
    private final Subject member = known::get;

    private static Interpreter walker(Node wait) {
        return new Interpreter(
                new Graph(
                        "s",
                        List.of(
                                new Node.Entry("in", wait.id()),
                                wait,
                                new Node.Exit("out", true, ""),
                                new Node.Exit("over", false, "")),
                        "Goal",
                        Set.of()),
                ZoneId.of("Asia/Shanghai"),
                null);
    }

    private static final Interpreter HOPES =
            walker(new Node.Await("hope", "A", Duration.ofDays(9), Duration.ZERO, "out", "over"));

    private Standing waiting(Interpreter walker) {
        return walker.advance(Standing.entering("m", "in", START), START, member).standing();
    }

    private Standing told(Interpreter walker, Standing standing, String fact, Instant at) {
        return walker.awake(walker.remember(standing, fact, at).standing(), PAUSED, member);
    }

    @Test
    @Capability("JRN-17")
    void whatHeWaitedForWakesHimAndHisStepIsDatedByItAsEver() {
        Instant at = START.plusSeconds(60);
        Standing woken = told(HOPES, waiting(HOPES), "A", at);
        assertThat(woken.node()).as("nobody moves in a pause").isEqualTo("hope");
        assertThat(woken.wakesAt()).isEqualTo(PAUSED);
        for (Duration later : List.of(Duration.ofMinutes(1), Duration.ofDays(12))) {
            Advance on = HOPES.advance(woken, PAUSED.plus(later), member);
            assertThat(on.standing().node()).isEqualTo("out");
            assertThat(on.trace().getFirst().code()).isEqualTo(FACT_OCCURRED);
            assertThat(on.trace().getFirst().at()).isEqualTo(at);
        }
    }

    @Test
    void whatHeDoesNotWaitForLetsHimSleepAndAGoalTakesHimOut() {
        Standing waiting = waiting(HOPES);
        assertThat(told(HOPES, waiting, "B", START.plusSeconds(60))).isEqualTo(waiting);
        Standing early = told(HOPES, waiting, "A", START.minusSeconds(60));
        assertThat(early.wakesAt()).isEqualTo(waiting.wakesAt());
        assertThat(told(HOPES, waiting, "Goal", START.plusSeconds(60)).wakesAt()).isNull();
    }

    @Test
    void thePatienceOfAQuestionIsNotCutByWhatIsToldMeanwhile() {
        var graph =
                new Graph(
                        "s",
                        List.of(
                                new Node.Entry("in", "ask"),
                                new Node.Ask(
                                        "ask", "there", Duration.ofHours(1), "hope", "out", "out"),
                                new Node.Await(
                                        "hope",
                                        "A",
                                        Duration.ofDays(9),
                                        Duration.ZERO,
                                        "out",
                                        "out"),
                                new Node.Exit("out", false, "")),
                        null);
        var walker = new Interpreter(graph, ZoneId.of("Asia/Shanghai"), null);
        Standing asked = waiting(walker);
        assertThat(told(walker, asked, "A", START.plusSeconds(60)).wakesAt())
                .isEqualTo(asked.wakesAt());
    }

    @Test
    void aWaitThatMovedIsReadAnewWhicheverWayItMovedAndStaysWhereItDidNot() {
        var walker = walker(new Node.WaitBy("eve", "departs", Duration.ofDays(-1), "out", "over"));
        Standing waiting = waiting(walker);
        assertThat(walker.awake(waiting, PAUSED, member)).isEqualTo(waiting);
        for (String moved : List.of("2026-03-08T02:00:00Z", "2026-03-20T02:00:00Z")) {
            known.put("departs", moved);
            Standing woken = walker.awake(waiting, PAUSED, member);
            assertThat(woken.wakesAt()).isEqualTo(PAUSED);
            Advance read = walker.advance(woken, PAUSED.plusSeconds(9), member);
            assertThat(read.trace()).extracting(Trace::code).containsExactly(WAIT_MOVED);
            assertThat(read.standing().wakesAt())
                    .isEqualTo(Instant.parse(moved).minus(Duration.ofDays(1)));
        }
        known.put("departs", "2026-03-02T20:00:00Z");
        Advance gone = walker.advance(walker.awake(waiting, PAUSED, member), PAUSED, member);
        assertThat(gone.standing().node()).as("its eve is over").isEqualTo("out");
    }

    @Test
    void whoIsWokenForNothingSleepsUntilHisWaitIsOver() {
        for (Node wait :
                List.of(
                        new Node.WaitFor("w", Duration.ofDays(2), "out"),
                        new Node.WaitBy("w", "departs", Duration.ofDays(-1), "out", "over"),
                        new Node.Await(
                                "w",
                                "A",
                                Duration.ofDays(9),
                                Duration.ofHours(1),
                                "out",
                                "over"))) {
            var walker = walker(wait);
            Standing waiting = waiting(walker);
            assertThat(walker.asleep(waiting.wakingAt(PAUSED), member)).isEqualTo(waiting);
        }
    }

    @Test
    void whoKnowsWhatTheAwaitHeIsMovedToWaitsForIsLookedAtAtOnce() {
        Standing there = told(HOPES, waiting(HOPES), "A", START.plusSeconds(60));
        assertThat(HOPES.resume(there, "hope").wakesAt()).isEqualTo(START);
    }
}
