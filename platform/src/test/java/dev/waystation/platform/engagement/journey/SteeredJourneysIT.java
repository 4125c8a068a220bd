package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Journeys about one order of many, goals that come later, exits that hold. */
class SteeredJourneysIT extends JourneyStage {

    private GraphDraft dayBeforeTheTrip() {
        return new GraphDraft(
                List.of(
                        node("in", "entry", Map.of()),
                        node("eve", "wait_by", Map.of("path", "entry.departs", "offset", "P-1D")),
                        node(
                                "ride",
                                "await",
                                Map.of(
                                        "fact",
                                        "TicketRefunded",
                                        "patience",
                                        "P3D",
                                        "same",
                                        List.of("ticketId"),
                                        "when",
                                        Map.of("feeMinor", Map.of("$gte", 100)))),
                        node("paid", "exit", Map.of("goal", true)),
                        node("none", "exit", Map.of())),
                List.of(
                        edge("in", "next", "eve"),
                        edge("eve", "next", "ride"),
                        edge("eve", "absent", "none"),
                        edge("ride", "fact", "paid"),
                        edge("ride", "timeout", "none")),
                null);
    }

    @Test
    @Capability("JRN-03")
    @Capability("JRN-05")
    @Capability("JRN-06")
    void eachOrderHasItsOwnWayItsWaitMovesWithItAndOnlyItsOwnEventsCount() {
        long journey = published("TicketIssued", ReEntry.per("orderId"), dayBeforeTheTrip());
        Instant now = clock.instant();
        for (int order = 1; order <= 3; order++) {
            tell(
                    "TicketIssued",
                    now,
                    Map.of(
                            "orderId",
                            order,
                            "ticketId",
                            order * 10,
                            "departs",
                            now.plus(Duration.ofDays(5)).toString()));
            tell(
                    "TicketIssued",
                    now,
                    Map.of(
                            "orderId",
                            order,
                            "ticketId",
                            order * 10 + 1,
                            "departs",
                            now.plus(Duration.ofDays(5)).toString()));
        }
        advanceAll();
        assertThat(nodes(journey)).as("three orders, three passages").hasSize(3);
        // the second order travels three days later
        tell(
                "TicketIssued",
                now.plusSeconds(60),
                Map.of(
                        "orderId", 2,
                        "ticketId", 21,
                        "departs", now.plus(Duration.ofDays(8)).toString()));
        later(Duration.ofDays(4).plusMinutes(1));
        assertThat(nodes(journey)).containsExactly("ride", "eve", "ride");

        Instant then = clock.instant();
        tell("TicketRefunded", then, Map.of("ticketId", 99, "feeMinor", 500));
        tell("TicketRefunded", then.plusSeconds(1), Map.of("ticketId", 10, "feeMinor", 5));
        assertThat(nodes(journey))
                .as("another ticket; a fee too small")
                .containsOnly("ride", "eve");
        tell("TicketRefunded", then.plusSeconds(2), Map.of("ticketId", 11, "feeMinor", 500));
        assertThat(nodes(journey)).containsExactly("paid", "eve", "ride");
        later(Duration.ofDays(3).plusMinutes(11));
        assertThat(nodes(journey)).containsExactly("paid", "ride", "none");
    }

    private GraphDraft sayAndLeave(
            @Nullable String goal,
            @Nullable Map<String, Object> exitWhen,
            @Nullable String window) {
        return new GraphDraft(
                List.of(
                        node("in", "entry", Map.of()),
                        node("rest", "wait", Map.of("length", "PT9H30M")),
                        say("say", Map.of()),
                        node("stay", "wait", Map.of("length", "PT20H")),
                        node("out", "exit", Map.of())),
                List.of(
                        edge("in", "next", "rest"),
                        edge("rest", "next", "say"),
                        edge("say", "next", "stay"),
                        edge("stay", "next", "out")),
                goal,
                List.of(),
                exitWhen,
                window);
    }

    @Test
    @Capability("JRN-08")
    void aGoalInTheWindowAfterTheEndCountsOnceForWhatWasSaidAndLaterOnesDoNot() throws Exception {
        long journey =
                published(
                        "OrderPlaced",
                        ReEntry.EACH_TRIGGER,
                        sayAndLeave("TripCompleted", null, "P2D"));
        tell("OrderPlaced", clock.instant(), Map.of("orderId", 1));
        advanceAll();
        later(Duration.ofHours(10));
        later(Duration.ofHours(21));
        assertThat(nodes(journey)).containsExactly("out");
        later(Duration.ofDays(1));
        tell("TripCompleted", clock.instant(), Map.of("ticketId", 1));
        tell("TripCompleted", clock.instant(), Map.of("ticketId", 2));
        mvc.perform(
                        get("/v1/campaign-journeys/{id}", PublicId.encode("jrn", journey))
                                .with(SignIn.role("operations")))
                .andExpect(jsonPath("$.counters.say.converted").value(1));
        noon();
        tell("OrderPlaced", clock.instant(), Map.of("orderId", 2));
        advanceAll();
        tell("TripCompleted", clock.instant().plusSeconds(5), Map.of("ticketId", 3));
        assertThat(nodes(journey)).as("a goal inside ends it there").containsExactly("out", "rest");
        assertThat(conversions(journey)).containsExactly("say after", "none inside");

        tell("OrderPlaced", clock.instant(), Map.of("orderId", 3));
        advanceAll();
        later(Duration.ofDays(2));
        later(Duration.ofDays(3));
        tell("TripCompleted", clock.instant(), Map.of("ticketId", 4));
        assertThat(conversions(journey)).as("outside the window").hasSize(2);
    }

    @Test
    @Capability("JRN-08")
    void aLateGoalOfOneOrderIsNotPutDownToAnother() {
        long journey =
                published(
                        "OrderPlaced",
                        ReEntry.per("orderId"),
                        sayAndLeave("TripCompleted", null, "P2D"));
        tell("OrderPlaced", clock.instant(), Map.of("orderId", 1));
        tell("OrderPlaced", clock.instant(), Map.of("orderId", 2));
        advanceAll();
        later(Duration.ofHours(10));
        later(Duration.ofHours(21));
        assertThat(nodes(journey)).containsExactly("out", "out");
        later(Duration.ofHours(1));
        tell("TripCompleted", clock.instant(), Map.of("ticketId", 7, "orderId", 2));
        assertThat(conversions(journey)).as("of two orders one").containsExactly("say after");
        tell("TripCompleted", clock.instant(), Map.of("ticketId", 8));
        assertThat(conversions(journey)).as("the control: a goal that names none").hasSize(2);
    }

    private List<String> conversions(long journey) {
        return jdbc.sql(
                        """
                        select coalesce(node, 'none') || case when after_end then ' after' else ' inside' end
                        from journey.conversion where journey_id = :journey order by happened_at
                        """)
                .param("journey", journey)
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Test
    @Capability("JRN-09")
    void aMessageHeldOvernightIsTakenBackWhenTheMemberLeavesOrTheExitRuleHoldsByMorning() {
        long byFact =
                published(
                        "OrderPlaced",
                        ReEntry.ONCE,
                        new GraphDraft(
                                sayAndLeave(null, null, null).nodes(),
                                sayAndLeave(null, null, null).edges(),
                                null,
                                List.of("TripCompleted")));
        long byRule =
                published(
                        "OrderPlaced",
                        ReEntry.ONCE,
                        sayAndLeave(null, Map.of("city", "XXX"), null));
        long control = published("OrderPlaced", ReEntry.ONCE, sayAndLeave(null, null, null));
        tell("OrderPlaced", clock.instant(), Map.of("orderId", 1));
        advanceAll();
        later(Duration.ofHours(10));
        for (long journey : List.of(byFact, byRule, control)) {
            assertThat(messages(journey)).as("22:00 is quiet").containsExactly("delayed");
        }
        tell("TripCompleted", clock.instant(), Map.of("ticketId", 1));
        assertThat(messages(byFact)).as("when it happens").containsExactly("withheld RECALLED");
        moveTo("XXX");
        clock.advance(Duration.ofHours(11));
        while (deliver.handle(clock.instant()) > 0) {
            assertThat(deliver).isNotNull();
        }
        assertThat(messages(byRule)).as("before it leaves").containsExactly("withheld RECALLED");
        assertThat(messages(control)).containsExactly("delivered");
    }

    private void moveTo(String city) {
        jdbc.sql("update membership.member set city_code = :city where id = :member")
                .param("city", city)
                .param("member", member)
                .update();
    }
}
