package dev.waystation.journey;

import static dev.waystation.journey.GraphProblem.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GraphCheckTest {

    private final GraphCheck check =
            new GraphCheck(
                    Set.of("t", "elder-care", "thanks", "come-back")::contains,
                    Set.of("A", "B", "C", "TripCompleted")::contains);

    private List<GraphProblem> problemsOf(Node... nodes) {
        return check.problems(new Graph("s", List.of(nodes), null));
    }

    @Test
    void aGraphThatAPersonDrewHasNoProblem() {
        assertThat(check.problems(Graphs.firstTrip())).isEmpty();
    }

    @Test
    void everyProblemOfADraftIsNamedInOneRound() {
        assertThat(
                        problemsOf(
                                new Node.Entry("start", "wait"),
                                new Node.WaitFor("wait", Duration.ZERO, "branch"),
                                new Node.Branch("branch", List.of(), "split"),
                                new Node.Split(
                                        "split",
                                        List.of(new Node.Split.Share("a", 9_000, "message"))),
                                new Node.Message("message", "sms", "service", "unwritten", "tag"),
                                new Node.Tag("tag", " ", true, "gift"),
                                new Node.Grant("gift", "points", "points", 0, "nowhere"),
                                new Node.Await(
                                        "island",
                                        "Unheard",
                                        Duration.ofDays(1),
                                        Duration.ZERO,
                                        "end",
                                        "end"),
                                new Node.Exit("end", false, "")))
                .containsExactlyInAnyOrder(
                        new GraphProblem(WAIT_IS_NOT_POSITIVE, "wait", "PT0S"),
                        new GraphProblem(EMPTY_BRANCH, "branch", ""),
                        new GraphProblem(SHARES_ARE_NOT_WHOLE, "split", "9000"),
                        new GraphProblem(MISSING_TEMPLATE, "message", "unwritten"),
                        new GraphProblem(TAG_IS_BLANK, "tag", " "),
                        new GraphProblem(GRANT_IS_EMPTY, "gift", "0 points"),
                        new GraphProblem(LEADS_NOWHERE, "gift", "nowhere"),
                        new GraphProblem(UNKNOWN_FACT, "island", "Unheard"),
                        new GraphProblem(UNREACHABLE, "island", ""),
                        new GraphProblem(UNREACHABLE, "end", ""));
    }

    @Test
    void anArmWithoutAQuestionIsAnEmptyBranch() {
        assertThat(
                        problemsOf(
                                new Node.Entry("start", "branch"),
                                new Node.Branch(
                                        "branch",
                                        List.of(
                                                new Node.Branch.Arm(
                                                        "all",
                                                        new Condition.All("", List.of()),
                                                        "end")),
                                        "end"),
                                new Node.Exit("end", false, "")))
                .containsExactly(new GraphProblem(EMPTY_BRANCH, "branch", "all"));
    }

    @Test
    void aLoopIsRefusedBecauseANodeIsPassedOnce() {
        assertThat(
                        problemsOf(
                                new Node.Entry("start", "a"),
                                new Node.WaitFor("a", Duration.ofDays(1), "b"),
                                new Node.Await(
                                        "b", "A", Duration.ofDays(1), Duration.ZERO, "a", "end"),
                                new Node.Exit("end", false, "")))
                .extracting(GraphProblem::kind)
                .containsExactly(LOOP);
    }

    @Test
    void aGraphNeedsOneStartOneEndAndNamesThatDiffer() {
        assertThat(problemsOf(new Node.Tag("x", "t", true, "x")))
                .extracting(GraphProblem::kind)
                .contains(NO_ENTRY, NO_EXIT, LOOP);
        assertThat(
                        problemsOf(
                                new Node.Entry("x", "end"),
                                new Node.Entry("x", "end"),
                                new Node.Exit("end", true, "")))
                .extracting(GraphProblem::kind)
                .contains(MORE_THAN_ONE_ENTRY, NAME_IS_TAKEN);
    }

    @Test
    void randomForwardGraphsHaveNoLoop() {
        var random = new SplittableRandom(41);
        for (int i = 0; i < 500; i++) {
            assertThat(check.problems(Graphs.random(random)))
                    .extracting(GraphProblem::kind)
                    .doesNotContain(LOOP, LEADS_NOWHERE);
        }
    }
}
