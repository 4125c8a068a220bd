package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What caps, pauses, lateness and stops do to those inside. */
class PacedJourneysIT extends JourneyStage {

    @Autowired Jobs jobs;

    @Test
    @Capability("JRN-11")
    void whomTheCapKeepsOutTakesTheCappedWayAndIsOnTheListOfThoseCapped() throws Exception {
        var nodes =
                new ArrayList<>(
                        List.of(
                                node("in", "entry", Map.of()),
                                node("got", "exit", Map.of("goal", true)),
                                node("capped", "exit", Map.of())));
        nodes.add(say("say", Map.of()));
        long journey =
                published(
                        "OrderPlaced",
                        ReEntry.EACH_TRIGGER,
                        new GraphDraft(
                                nodes,
                                List.of(
                                        edge("in", "next", "say"),
                                        edge("say", "next", "got"),
                                        edge("say", "capped", "capped")),
                                null));
        for (int order = 1; order <= 6; order++) {
            tell("OrderPlaced", clock.instant(), Map.of("orderId", order));
            advanceAll();
        }
        assertThat(nodes(journey))
                .as("four within seven local days")
                .containsExactly("got", "got", "got", "got", "capped", "capped");
        mvc.perform(
                        get("/v1/messages")
                                .param("status", "withheld")
                                .param("reason", "FREQUENCY_CAP")
                                .param("member", PublicId.encode("mbr", member))
                                .with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(2));
        // a refused message gives its place back
        jdbc.sql(
                        """
                        update messaging.message set status = 'failed', reason = 'bounced'
                        where message_id = (select min(message_id) from messaging.message
                                            where member_id = :member)
                        """)
                .param("member", member)
                .update();
        tell("OrderPlaced", clock.instant(), Map.of("orderId", 7));
        advanceAll();
        assertThat(nodes(journey).getLast()).isEqualTo("got");
        noon();
        clock.advance(Duration.ofDays(7));
        tell("OrderPlaced", clock.instant(), Map.of("orderId", 8));
        advanceAll();
        assertThat(nodes(journey).getLast()).as("a new week").isEqualTo("got");
    }

    @Test
    @Capability("JRN-15")
    @Capability("JRN-17")
    void aPauseRemembersALateStepFollowsItsRuleAndAStopTakesEverybodyOut() throws Exception {
        var nodes =
                List.of(
                        node("in", "entry", Map.of()),
                        node("rest", "wait", Map.of("length", "PT1H")),
                        say("say", Map.of("late", "PT2H", "whenLate", "skip")),
                        node("hope", "await", Map.of("fact", "TripCompleted", "patience", "P9D")),
                        node("good", "exit", Map.of("goal", true)),
                        node("bad", "exit", Map.of()));
        var graph =
                new GraphDraft(
                        nodes,
                        List.of(
                                edge("in", "next", "rest"),
                                edge("rest", "next", "say"),
                                edge("say", "next", "hope"),
                                edge("hope", "fact", "good"),
                                edge("hope", "timeout", "bad")),
                        null,
                        List.of("OrderExpired"));
        long journey = published("OrderPlaced", ReEntry.EACH_TRIGGER, graph);
        String id = PublicId.encode("jrn", journey);
        tell("OrderPlaced", clock.instant(), Map.of("orderId", 1));
        advanceAll();
        mvc.perform(post("/v1/campaign-journeys/{id}:pause", id).with(SignIn.role("operations")))
                .andExpect(status().isOk());
        later(Duration.ofHours(5));
        assertThat(nodes(journey)).as("stands still").containsExactly("rest");
        mvc.perform(post("/v1/campaign-journeys/{id}:resume", id).with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("published"));
        mvc.perform(post("/v1/campaign-journeys/{id}:resume", id).with(SignIn.role("operations")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("JOURNEY_IS_NOT_PAUSED"));
        advanceAll();
        assertThat(nodes(journey)).containsExactly("hope");
        assertThat(messages(journey)).as("four hours late, two allowed").isEmpty();

        publish.pause(journey);
        tell("TripCompleted", clock.instant().plusSeconds(1), Map.of("ticketId", 1));
        assertThat(nodes(journey)).as("heard, not followed").containsExactly("hope");
        publish.resume(journey);
        advanceAll();
        assertThat(nodes(journey)).as("he waited for it").containsExactly("good");

        for (int order = 2; order <= 4; order++) {
            tell("OrderPlaced", clock.instant(), Map.of("orderId", order));
        }
        advanceAll();
        mvc.perform(post("/v1/campaign-journeys/{id}:stop", id).with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("stopped"));
        jobs.awaitAll();
        mvc.perform(get("/v1/campaign-journeys/{id}", id).with(SignIn.role("operations")))
                .andExpect(jsonPath("$.active").value(0))
                .andExpect(jsonPath("$.counters.rest.entered").value(4))
                .andExpect(jsonPath("$.counters.rest.done").value(1))
                .andExpect(jsonPath("$.counters.rest.left").value(3))
                .andExpect(jsonPath("$.counters.rest.waiting").value(0))
                .andExpect(jsonPath("$.counters.say.withheld").value(1));
        tell("OrderPlaced", clock.instant(), Map.of("orderId", 5));
        assertThat(nodes(journey)).hasSize(4);
    }

    @Test
    @Capability("JRN-17")
    void aTripMovedDuringAPauseMovesItsReminderAsSoonAsTheJourneyGoesOn() {
        var graph =
                new GraphDraft(
                        List.of(
                                node("in", "entry", Map.of()),
                                node(
                                        "eve",
                                        "wait_by",
                                        Map.of("path", "entry.departs", "offset", "P-1D")),
                                node("out", "exit", Map.of()),
                                node("none", "exit", Map.of())),
                        List.of(
                                edge("in", "next", "eve"),
                                edge("eve", "next", "out"),
                                edge("eve", "absent", "none")),
                        null);
        long journey = published("TicketIssued", ReEntry.per("orderId"), graph);
        for (int order = 1; order <= 3; order++) {
            tellOfATrip(order, Duration.ofDays(9));
        }
        advanceAll();
        List<Instant> before = wakings(journey);
        clock.advance(Duration.ofMinutes(5));
        publish.pause(journey);
        tellOfATrip(1, Duration.ofHours(20));
        tellOfATrip(2, Duration.ofDays(3));
        advanceAll();
        assertThat(nodes(journey)).as("nobody moves in a pause").containsOnly("eve");
        publish.resume(journey);
        advanceAll();
        assertThat(nodes(journey)).as("its eve is over").containsExactly("out", "eve", "eve");
        assertThat(wakings(journey))
                .as("the wait of the one that moved, and the one that stayed")
                .containsExactly(
                        before.get(1).minus(Duration.ofDays(6)).plusSeconds(300), before.get(2));
        assertThat(waitsMoved(journey)).as("it says so on his way").isEqualTo(1);
        later(Duration.ofDays(2));
        assertThat(nodes(journey)).containsExactly("out", "out", "eve");
    }

    private void tellOfATrip(int order, Duration ahead) {
        Instant now = clock.instant();
        tell("TicketIssued", now, Map.of("orderId", order, "departs", now.plus(ahead).toString()));
    }

    /** When those who are still inside are looked at next. */
    private List<Instant> wakings(long journey) {
        return jdbc.sql(
                        """
                        select wakes_at from journey.enrolment
                        where journey_id = :journey and ended_at is null order by enrolment_id
                        """)
                .param("journey", journey)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
    }

    private int waitsMoved(long journey) {
        return jdbc.sql(
                        """
                        select count(*) from journey.trace t join journey.enrolment e
                          on e.member_id = t.member_id and e.enrolment_id = t.enrolment_id
                        where e.journey_id = :journey and t.lines::text like '%WAIT_MOVED%'
                        """)
                .param("journey", journey)
                .query(Integer.class)
                .single();
    }

    @Test
    void aBatchOfThoseWhoWereWokenTooEarlyDoesNotStandBeforeWhomItsTimeHasCome() {
        long journey =
                published(
                        "OrderPlaced",
                        ReEntry.EACH_TRIGGER,
                        new GraphDraft(
                                List.of(
                                        node("in", "entry", Map.of()),
                                        node("rest", "wait", Map.of("length", "PT1H")),
                                        node("out", "exit", Map.of())),
                                List.of(edge("in", "next", "rest"), edge("rest", "next", "out")),
                                null));
        tell("OrderPlaced", clock.instant(), Map.of("orderId", 1));
        advanceAll();
        clock.advance(Duration.ofMinutes(61));
        int early = wokenTooEarly(journey, 1_000);
        advanceAll();
        assertThat(nodes(journey)).hasSize(1 + early).startsWith("out").containsOnlyOnce("out");
        assertThat(wakings(journey))
                .as("not looked at every second until then")
                .hasSize(early)
                .containsOnly(clock.instant().plus(Duration.ofHours(1)));
        later(Duration.ofHours(1));
        assertThat(nodes(journey)).hasSize(1 + early).containsOnly("out");
    }

    /** They came just now and rest for an hour, and yet their row says an hour ago. */
    private int wokenTooEarly(long journey, int howMany) {
        return jdbc.sql(
                        """
                        insert into journey.enrolment (member_id, journey_id, version, entry_key,
                            exclusive, context, entered_at, state, node, arrived_at, wakes_at, heard,
                            step_count)
                        select member_id, journey_id, version, 'early-' || n, false, context,
                            entered_at, state, node, :now, wakes_at - interval '1 hour', heard,
                            step_count
                        from journey.enrolment, generate_series(1, :many) as n
                        where journey_id = :journey and member_id = :member
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("many", howMany)
                .param("journey", journey)
                .param("member", member)
                .update();
    }
}
