package dev.waystation.journey;

import static dev.waystation.journey.Graphs.atLeast;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.Subject;
import dev.waystation.testkit.Capability;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Waits that hang on something, steps that come too late, and messages that take an answer. */
class PacedStepsTest {

    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z"); // a Monday
    private final Map<String, Object> known = new HashMap<>();
    private final Subject member = known::get;

    private static Graph graph(Map<String, Graph.Lateness> late, Node... nodes) {
        return new Graph("s", List.of(nodes), null, Set.of(), atLeast("x", 5), late);
    }

    private static Interpreter walker(Graph graph) {
        return new Interpreter(graph, ZoneId.of("Asia/Shanghai"), null);
    }

    private static Standing enter() {
        return Standing.entering("m", "in", START);
    }

    @Test
    void aWaitForALocalTimeFallsOnTheDaysOfTheWeekItMayFallOn() {
        var walker =
                walker(
                        graph(
                                Map.of(),
                                new Node.Entry("in", "weekend"),
                                new Node.WaitUntil(
                                        "weekend",
                                        LocalTime.of(9, 30),
                                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                                        "out"),
                                new Node.Exit("out", false, "")));
        assertThat(walker.advance(enter(), START, member).standing().wakesAt())
                .isEqualTo("2026-03-07T01:30:00Z");
    }

    @Test
    @Capability("JRN-05")
    void aWaitThatHangsOnADepartureMovesWithItAndHoldsNobodyUpWhenThereIsNone() {
        var walker =
                walker(
                        graph(
                                Map.of(),
                                new Node.Entry("in", "day-before"),
                                new Node.WaitBy(
                                        "day-before",
                                        "entry.departs",
                                        Duration.ofDays(-1),
                                        "out",
                                        "unknown"),
                                new Node.Exit("out", true, ""),
                                new Node.Exit("unknown", false, "")));
        known.put("entry.departs", "2026-03-10T02:00:00Z");
        Standing waiting = walker.advance(enter(), START, member).standing();
        assertThat(waiting.wakesAt()).isEqualTo("2026-03-09T02:00:00Z");

        known.put("entry.departs", "2026-03-12T02:00:00Z");
        Advance moved = walker.advance(waiting, START.plusSeconds(60), member);
        assertThat(moved.standing().wakesAt()).isEqualTo("2026-03-11T02:00:00Z");
        assertThat(moved.trace()).extracting(Trace::code).containsExactly(Trace.Code.WAIT_MOVED);
        assertThat(walker.advance(moved.standing(), START.plusSeconds(90), member).isStill())
                .isTrue();

        known.put("entry.departs", "2026-03-03T02:00:00Z");
        Advance gone =
                walker.advance(moved.standing(), Instant.parse("2026-03-04T00:00:00Z"), member);
        assertThat(gone.standing().node()).as("the instant is over already").isEqualTo("out");

        known.clear();
        assertThat(walker.advance(enter(), START, member).standing().node()).isEqualTo("unknown");
    }

    @Test
    @Capability("JRN-17")
    void anOverdueStepIsDoneLeftOutOrEndsTheJourneyAsItsNodeSays() {
        for (String rule : List.of("none", "skip", "leave")) {
            Map<String, Graph.Lateness> late =
                    rule.equals("none")
                            ? Map.of()
                            : Map.of(
                                    "say",
                                    new Graph.Lateness(Duration.ofHours(2), rule.equals("leave")));
            var walker =
                    walker(
                            graph(
                                    late,
                                    new Node.Entry("in", "rest"),
                                    new Node.WaitFor("rest", Duration.ofDays(1), "say"),
                                    new Node.Message("say", "sms", "service", "t", "mark"),
                                    new Node.Tag("mark", "told", true, "out"),
                                    new Node.Exit("out", false, "")));
            Standing waiting = walker.advance(enter(), START, member).standing();
            Instant due = START.plus(Duration.ofDays(1));
            assertThat(walker.advance(waiting, due.plus(Duration.ofHours(2)), member).effects())
                    .as("still in time")
                    .hasSize(2);
            List<String> done =
                    walker
                            .advance(waiting, due.plus(Duration.ofHours(3)), member)
                            .effects()
                            .stream()
                            .map(Effect::node)
                            .toList();
            assertThat(done)
                    .isEqualTo(
                            switch (rule) {
                                case "none" -> List.of("say", "mark");
                                case "skip" -> List.of("mark");
                                default -> List.of();
                            });
        }
    }

    @Test
    void aMessageThatAsksWaitsForTheAnswerAndTakesItsWay() {
        var walker =
                walker(
                        graph(
                                Map.of(),
                                new Node.Entry("in", "say"),
                                new Node.Message(
                                        "say", "sms", "service", "t", "sent", "capped", "refused"),
                                new Node.Exit("sent", true, ""),
                                new Node.Exit("capped", false, ""),
                                new Node.Exit("refused", false, "")));
        Standing asked = walker.advance(enter(), START, member).standing();
        assertThat(asked.node()).isEqualTo("say");
        assertThat(walker.advance(asked, START.plusSeconds(9), member).isStill())
                .as("nobody goes on before the answer")
                .isTrue();
        for (String answer : List.of(Standing.SENT, Standing.CAPPED)) {
            assertThat(
                            walker.advance(asked.answered("say", answer), START, member)
                                    .standing()
                                    .node())
                    .isEqualTo(answer);
        }
        assertThat(
                        walker.advance(asked.answered("say", Standing.WITHHELD), START, member)
                                .standing()
                                .node())
                .isEqualTo("refused");
    }

    @Test
    void whoMeetsTheExitRuleWhenAMessageWouldBeOfferedLeavesInstead() {
        var walker =
                walker(
                        graph(
                                Map.of(),
                                new Node.Entry("in", "say"),
                                new Node.Message("say", "sms", "service", "t", "out"),
                                new Node.Exit("out", true, "")));
        known.put("x", 4L);
        assertThat(walker.advance(enter(), START, member).effects()).hasSize(1);
        known.put("x", 5L);
        Advance left = walker.advance(enter(), START, member);
        assertThat(left.effects()).isEmpty();
        assertThat(left.standing().state()).isEqualTo(Standing.State.LEFT);
        assertThat(left.trace().getLast().reasons()).hasSize(1);
    }
}
