package dev.waystation.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.Explanation;
import dev.waystation.condition.Subject;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterpreterTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-12-01T04:00:00Z");
    private static final Instant NEXT_TEN = Instant.parse("2026-12-02T02:00:00Z");
    private static final Subject ELDER = Subject.of(Map.of("age", 71L));
    private static final Subject ADULT = Subject.of(Map.of("age", 30L));

    private final Interpreter interpreter = new Interpreter(Graphs.firstTrip(), SHANGHAI, null);
    private final Standing entering = Standing.entering("mbr_1", "start", NOON);

    @Test
    void aWaitEndsAtItsInstantAndNotBefore() {
        Advance entered = interpreter.advance(entering, NOON, ELDER);
        assertThat(entered.standing().node()).isEqualTo("rest");
        assertThat(entered.standing().wakesAt()).isEqualTo(NOON.plus(Duration.ofHours(2)));

        Advance early =
                interpreter.advance(entered.standing(), NOON.plus(Duration.ofMinutes(119)), ELDER);
        assertThat(early.isStill()).isTrue();
        assertThat(early.standing()).isEqualTo(entered.standing());
    }

    @Test
    void aLateTimerWalksEveryDueStepAndDatesItByWhenItWasDue() {
        Advance walked = interpreter.advance(entering, NEXT_TEN.plus(Duration.ofDays(2)), ELDER);
        assertThat(walked.effects())
                .containsExactly(
                        new Effect.OfferMessage("care", NEXT_TEN, "sms", "service", "elder-care"),
                        new Effect.ChangeTag("mark", NEXT_TEN, "travelled", true));
        assertThat(walked.standing().node()).isEqualTo("again");
        assertThat(walked.standing().arrivedAt()).isEqualTo(NEXT_TEN);
    }

    @Test
    void aBranchSaysWhichLeavesDecidedIt() {
        Advance walked = interpreter.advance(entering, NEXT_TEN, ADULT);
        assertThat(walked.trace())
                .filteredOn(line -> line.node().equals("age"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.code()).isEqualTo(Trace.Code.OTHERWISE_TAKEN);
                    assertThat(line.reasons())
                            .extracting(Explanation.Leaf::value)
                            .containsExactly(30L);
                });
    }

    @Test
    void theFactEndsTheWaitAndAnotherOneChangesNothing() {
        Standing waiting = interpreter.advance(entering, NEXT_TEN, ADULT).standing();
        Instant trip = NEXT_TEN.plus(Duration.ofDays(3));

        Advance heard = interpreter.hear(waiting, "TripCompleted", trip, trip, ADULT);
        assertThat(heard.standing().state()).isEqualTo(Standing.State.CONVERTED);
        assertThat(heard.trace())
                .extracting(Trace::code)
                .containsExactly(Trace.Code.FACT_OCCURRED, Trace.Code.GOAL_REACHED);

        assertThat(interpreter.hear(heard.standing(), "TripCompleted", trip, trip, ADULT))
                .isEqualTo(new Advance(heard.standing(), List.of(), List.of()));
    }

    @Test
    void aFactFromBeforeTheEntryDoesNotCount() {
        Standing waiting = interpreter.advance(entering, NEXT_TEN, ADULT).standing();
        assertThat(interpreter.hear(waiting, "TripCompleted", NOON, NEXT_TEN, ADULT).isStill())
                .isTrue();
    }

    @Test
    void aLateFactInsideTheWindowStillCountsUntilLatenessIsOver() {
        Standing waiting = interpreter.advance(entering, NEXT_TEN, ADULT).standing();
        Instant deadline = NEXT_TEN.plus(Duration.ofDays(30));
        Instant lateBy59Minutes = deadline.plus(Duration.ofMinutes(59));

        assertThat(interpreter.advance(waiting, lateBy59Minutes, ADULT).isStill()).isTrue();
        assertThat(
                        interpreter
                                .hear(waiting, "TripCompleted", deadline, lateBy59Minutes, ADULT)
                                .standing()
                                .node())
                .isEqualTo("loyal");
        assertThat(
                        interpreter
                                .advance(waiting, deadline.plus(Duration.ofHours(1)), ADULT)
                                .effects())
                .containsExactly(
                        new Effect.OfferMessage(
                                "remind", deadline, "sms", "marketing", "come-back"));
    }

    @Test
    void theGoalFactTakesAMemberOutWhereverHeStands() {
        Graph drawn = Graphs.firstTrip();
        var withGoal =
                new Interpreter(
                        new Graph(drawn.salt(), drawn.nodes(), "OrderPlaced"), SHANGHAI, null);
        Standing resting = withGoal.advance(entering, NOON, ADULT).standing();
        Advance out = withGoal.hear(resting, "OrderPlaced", NOON.plusSeconds(9), NEXT_TEN, ADULT);
        assertThat(out.standing().state()).isEqualTo(Standing.State.CONVERTED);
        assertThat(out.effects()).isEmpty();
    }

    @Test
    void splitsKeepTheirSharesAndTheirMembers() {
        var split =
                new Graph(
                        "s",
                        List.of(
                                new Node.Entry("in", "split"),
                                new Node.Split(
                                        "split",
                                        List.of(
                                                new Node.Split.Share("a", 3_000, "a"),
                                                new Node.Split.Share("b", 7_000, "b"))),
                                new Node.Exit("a", true, ""),
                                new Node.Exit("b", true, "")),
                        null);
        var splitter = new Interpreter(split, SHANGHAI, null);
        int inA = 0;
        for (int member = 0; member < 20_000; member++) {
            var standing = Standing.entering("mbr_" + member, "in", NOON);
            String arm = splitter.advance(standing, NOON, ADULT).standing().node();
            assertThat(splitter.advance(standing, NEXT_TEN, ELDER).standing().node())
                    .isEqualTo(arm);
            inA += arm.equals("a") ? 1 : 0;
        }
        // six standard deviations of a fair 30 % draw of 20,000
        assertThat(inA).isBetween(6_000 - 390, 6_000 + 390);
    }

    @Test
    void aSkippedLocalHourWaitsForTheFirstValidTimeAfterIt() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        var night =
                new Graph(
                        "s",
                        List.of(
                                new Node.Entry("in", "until"),
                                new Node.WaitUntil("until", LocalTime.of(2, 30), "out"),
                                new Node.Exit("out", false, "")),
                        null);
        Instant evening = Instant.parse("2026-03-28T20:00:00Z");
        Advance waits =
                new Interpreter(night, berlin, null)
                        .advance(Standing.entering("m", "in", evening), evening, ADULT);
        assertThat(waits.standing().wakesAt()).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    private static Graph awaiting(Duration lookBack) {
        return new Graph(
                "look-back",
                List.of(
                        new Node.Entry("in", "rest"),
                        new Node.WaitFor("rest", Duration.ofHours(1), "hope"),
                        new Node.Await(
                                "hope",
                                "TicketIssued",
                                Duration.ofDays(1),
                                Duration.ZERO,
                                lookBack,
                                "good",
                                "bad"),
                        new Node.Exit("good", true, ""),
                        new Node.Exit("bad", false, "")),
                null,
                java.util.Set.of("TicketRefunded"));
    }

    @Test
    void aWaitMayLookBackForWhatHappenedShortlyBeforeIt() {
        for (int minutes : new int[] {0, 20, 40}) {
            var walker = new Interpreter(awaiting(Duration.ofMinutes(minutes)), SHANGHAI, null);
            Standing in =
                    walker.advance(Standing.entering("mbr_1", "in", NOON), NOON, ADULT).standing();
            Instant half = NOON.plus(Duration.ofMinutes(30));
            Standing told = walker.hear(in, "TicketIssued", half, half, ADULT).standing();
            Instant reached = NOON.plus(Duration.ofHours(1));
            Advance then = walker.advance(told, reached, ADULT);
            if (minutes > 30) {
                assertThat(then.standing().state()).isEqualTo(Standing.State.CONVERTED);
                assertThat(then.standing().arrivedAt()).as("not before he came").isEqualTo(reached);
            } else {
                assertThat(then.standing().node()).isEqualTo("hope");
            }
        }
    }

    @Test
    @Capability("JRN-07")
    void aShareIsFoundAgainByEveryReplayAndEveryEntryAndTheRuleOfSeveralArmsTakesTheFirst() {
        Graph graph =
                new Graph(
                        "shares",
                        List.of(
                                new Node.Entry("in", "age"),
                                new Node.Branch(
                                        "age",
                                        List.of(
                                                new Node.Branch.Arm(
                                                        "elder", Graphs.atLeast("age", 60), "old"),
                                                new Node.Branch.Arm(
                                                        "adult",
                                                        Graphs.atLeast("age", 18),
                                                        "split")),
                                        "young"),
                                new Node.Split(
                                        "split",
                                        List.of(
                                                new Node.Split.Share("a", 5_000, "a"),
                                                new Node.Split.Share("b", 3_000, "b"),
                                                new Node.Split.Share("c", 2_000, "c"))),
                                new Node.Exit("a", false, ""),
                                new Node.Exit("b", false, ""),
                                new Node.Exit("c", false, ""),
                                new Node.Exit("old", false, ""),
                                new Node.Exit("young", false, "")),
                        null);
        var counts = new java.util.TreeMap<String, Integer>();
        for (int i = 0; i < 10_000; i++) {
            String member = "mbr_" + i;
            String first = end(graph, member, NOON, ADULT);
            assertThat(end(graph, member, NOON.plusSeconds(86_400L * (i % 9)), ADULT))
                    .isEqualTo(first);
            counts.merge(first, 1, Integer::sum);
        }
        assertThat(counts.get("a")).isBetween(4_800, 5_200);
        assertThat(counts.get("c")).isBetween(1_850, 2_150);
        assertThat(end(graph, "mbr_1", NOON, ELDER)).isEqualTo("old");
        assertThat(end(graph, "mbr_1", NOON, Subject.of(Map.of("age", 9L)))).isEqualTo("young");
    }

    private static String end(Graph graph, String member, Instant at, Subject who) {
        return new Interpreter(graph, SHANGHAI, null)
                .advance(Standing.entering(member, "in", at), at, who)
                .standing()
                .node();
    }

    @Test
    void anExitFactEndsTheJourneyWithoutTheGoal() {
        var walker = new Interpreter(awaiting(Duration.ZERO), SHANGHAI, null);
        Standing in =
                walker.advance(Standing.entering("mbr_1", "in", NOON), NOON, ADULT).standing();
        Instant later = NOON.plusSeconds(60);
        Advance out = walker.hear(in, "TicketRefunded", later, later, ADULT);
        assertThat(out.standing().state()).isEqualTo(Standing.State.LEFT);
        assertThat(out.effects()).isEmpty();
    }

    @Test
    void aMovedMemberWaitsOnFromWhenHisWaitBegan() {
        var longer = new Interpreter(awaiting(Duration.ZERO), SHANGHAI, null);
        Standing waiting =
                new Standing("mbr_1", NOON, Standing.State.WAITING, "old", NOON, NOON, List.of());
        assertThat(longer.resume(waiting, "rest").wakesAt())
                .isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(longer.resume(waiting, "hope").wakesAt())
                .isEqualTo(NOON.plus(Duration.ofDays(1)));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> longer.resume(waiting, "good"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
