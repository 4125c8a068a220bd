package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.SignIn;
import dev.waystation.platform.Together;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.JourneyRefusal;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import dev.waystation.platform.engagement.journey.store.LimitRows;
import dev.waystation.platform.engagement.journey.usecase.AdmitMembers;
import dev.waystation.platform.engagement.journey.usecase.DraftJourney;
import dev.waystation.platform.engagement.journey.usecase.PublishJourney;
import dev.waystation.platform.engagement.journey.usecase.StopJourney;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Caps across journeys, and the second person above a threshold. */
class JourneyLimitsIT extends JourneyStage {

    @Autowired AdmitMembers admit;
    @Autowired StopJourney stop;
    @Autowired FactPump pump;
    @Autowired LimitRows limits;
    @Autowired EnrolmentRows enrolments;
    @Autowired TransactionTemplate transaction;

    @AfterEach
    void noLimits() throws Exception {
        limit(0, 0, 0);
    }

    private void limit(int entries, int concurrent, long members) throws Exception {
        mvc.perform(
                        put("/v1/journey-limits")
                                .contentType("application/json")
                                .content(
                                        """
                                        {"entries": %d, "days": 7, "concurrent": %d, "members": %d,
                                         "points": 0, "smsMinor": 0, "smsPriceMinor": 5}
                                        """
                                                .formatted(entries, concurrent, members))
                                .with(SignIn.role("administrator")))
                .andExpect(status().isOk());
    }

    private static GraphDraft waitAndLeave() {
        return new GraphDraft(
                List.of(
                        node("in", "entry", Map.of()),
                        node("rest", "wait", Map.of("length", "P40D")),
                        node("out", "exit", Map.of())),
                List.of(edge("in", "next", "rest"), edge("rest", "next", "out")),
                null);
    }

    private long withPriority(@Nullable Integer priority) {
        return published(
                new Content(
                        new Trigger("OrderPlaced", Map.of("memberId", member)),
                        ReEntry.EACH_TRIGGER,
                        waitAndLeave(),
                        priority));
    }

    @Test
    @Capability("JRN-12")
    void underACapTheHigherPriorityEntersTheLowerMakesRoomAndWhoWasKeptOutIsListed()
            throws Exception {
        limit(0, 2, 0);
        long low = withPriority(10);
        long middle = withPriority(50);
        long high = withPriority(90);
        long outside = withPriority(null);
        tell("OrderPlaced", clock.instant(), Map.of("orderId", 1));
        advanceAll();
        assertThat(nodes(low)).as("all at once: two places, by priority").isEmpty();
        assertThat(nodes(middle)).containsExactly("rest");
        assertThat(nodes(high)).containsExactly("rest");
        assertThat(nodes(outside)).as("outside the caps").containsExactly("rest");
        mvc.perform(
                        get("/v1/campaign-journeys/{id}/kept-out", PublicId.encode("jrn", low))
                                .with(SignIn.role("operations")))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].reason").value("CONCURRENCY_CAP"));

        long highest = withPriority(95);
        publish.pause(high);
        publish.pause(outside);
        tell("OrderPlaced", clock.instant(), Map.of("orderId", 2));
        advanceAll();
        assertThat(inside(highest)).isEqualTo(1);
        assertThat(inside(high)).isEqualTo(1);
        assertThat(inside(middle)).as("the weaker one made room").isZero();

        limit(3, 0, 0);
        tell("OrderPlaced", clock.instant(), Map.of("orderId", 3));
        advanceAll();
        assertThat(inside(highest) + inside(high) + inside(middle) + inside(low))
                .as("three entries were had within a week, one of them into what is paused now")
                .isEqualTo(2);
    }

    @Test
    @Capability("JRN-12")
    void theCapHoldsWhenManyEntriesOfOneMemberArriveTogether() throws Exception {
        limit(0, 3, 0);
        assertThat(insideAfterARush()).isEqualTo(3);
    }

    /** The control: the same rush without a cap. */
    @Test
    void withoutACapTheRushBringsTheMemberIntoMoreJourneys() {
        assertThat(insideAfterARush()).isGreaterThan(3);
    }

    private int insideAfterARush() {
        var journeys = new ArrayList<Long>();
        for (int i = 1; i <= 8; i++) {
            journeys.add(withPriority(i));
        }
        Together.run(
                64,
                client -> {
                    tell("OrderPlaced", clock.instant(), Map.of("orderId", client));
                    return client;
                });
        return journeys.stream().mapToInt(this::inside).sum();
    }

    private int inside(long journey) {
        return jdbc.sql(
                        """
                        select count(*) from journey.enrolment
                        where journey_id = :journey and member_id = :member and ended_at is null
                        """)
                .param("journey", journey)
                .param("member", member)
                .query(Integer.class)
                .single();
    }

    @Test
    @Capability("JRN-19")
    void aLargeLaunchNeedsTheWordOfASecondPersonForExactlyWhatIsDrawn() throws Exception {
        limit(0, 0, 1);
        long id = largeDraft(new Trigger("OrderPlaced", Map.of()));
        assertThat(publish.handle(id, "maker")).isEqualTo(needsApproval());
        publish.approve(id, "maker");
        assertThat(publish.handle(id, "maker")).as("one's own word").isEqualTo(needsApproval());
        publish.approve(id, "checker");
        draft.redraw(
                id,
                new DraftJourney.Command(
                        "ignored-here",
                        Said.same("test"),
                        new Content(
                                new Trigger("OrderExpired", Map.of()),
                                ReEntry.ONCE,
                                waitAndLeave())));
        assertThat(publish.handle(id, "maker")).as("another drawing").isEqualTo(needsApproval());
        mvc.perform(
                        post("/v1/campaign-journeys/{id}:approve", PublicId.encode("jrn", id))
                                .with(SignIn.role("operations")))
                .andExpect(status().isNoContent());
        assertThat(publish.handle(id, "maker")).isInstanceOf(PublishJourney.Outcome.Done.class);
        publish.pause(id);
    }

    private long largeDraft(Trigger trigger) {
        var command =
                new DraftJourney.Command(
                        "large-" + clock.millis() + "-" + trigger.when().hashCode(),
                        Said.same("test"),
                        new Content(trigger, ReEntry.ONCE, waitAndLeave()));
        return ((DraftJourney.Outcome.Kept) draft.handle(command)).journeyId();
    }

    @Test
    @Capability("JRN-19")
    void aConditionOnTheMemberMayLetEverybodyInAndOnlyANumberIsOne() throws Exception {
        limit(0, 0, 2);
        long anybody = largeDraft(new Trigger("OrderPlaced", Map.of("memberId", Map.of("$gt", 0))));
        assertThat(publish.handle(anybody, "maker")).isEqualTo(needsApproval());
        long one = largeDraft(new Trigger("OrderPlaced", Map.of("memberId", member)));
        assertThat(publish.handle(one, "maker")).isInstanceOf(PublishJourney.Outcome.Done.class);
    }

    @Test
    @Capability("JRN-19")
    void aListThatReachesTheThresholdNeedsASecondPersonAlsoWhenItComesInParts() throws Exception {
        limit(0, 0, 2);
        long journey = largeDraft(new Trigger("OrderPlaced", Map.of("memberId", member)));
        publish.handle(journey, "maker");
        long second = members.register(People.born(LocalDate.of(1992, 2, 2))).value();
        assertThat(admit(journey, "both", member, second)).isEqualTo(listNeedsApproval());
        assertThat(admit(journey, "one", member)).isEqualTo(new AdmitMembers.Outcome.Admitted(1));
        assertThat(admit(journey, "other", second)).isEqualTo(listNeedsApproval());
        publish.approve(journey, "maker");
        assertThat(admit(journey, "other", second)).as("his own").isEqualTo(listNeedsApproval());
        publish.approve(journey, "checker");
        assertThat(admit(journey, "other", second)).isEqualTo(new AdmitMembers.Outcome.Admitted(1));
    }

    private AdmitMembers.Outcome admit(long journey, String list, Long... whom) {
        return admit.handle(new AdmitMembers.Command(journey, List.of(whom), list, "maker"));
    }

    private static AdmitMembers.Outcome listNeedsApproval() {
        return new AdmitMembers.Outcome.Refused(JourneyRefusal.LIST_NEEDS_APPROVAL);
    }

    @Test
    void whoeverSetsLimitsOrStopsAJourneyStandsInTheAuditTrail() throws Exception {
        limit(7, 6, 0);
        long journey = withPriority(5);
        stop.handle(journey, "staff:1");
        pump.drain();
        mvc.perform(get("/v1/audit").param("limit", "2").with(SignIn.role("auditor")))
                .andExpect(jsonPath("$.items[0].title.en").value("Stopped a journey"))
                .andExpect(jsonPath("$.items[0].said.zh").value(containsString("0 人离开")))
                .andExpect(jsonPath("$.items[1].title.zh").value("设定旅程上限与复核门槛"))
                .andExpect(jsonPath("$.items[1].said.en").value(containsString("7 entries")));
    }

    @Test
    void whomACapKeepsOutOfAPageIsNotedByOneStatement() {
        long journey = withPriority(5);
        transaction.executeWithoutResult(state -> {
            jdbc.sql("create temporary table statements (at timestamptz) on commit drop").update();
            jdbc.sql(
                            """
                            create function pg_temp.note() returns trigger language plpgsql as
                            $$ begin insert into pg_temp.statements values (now()); return null; end $$
                            """)
                    .update();
            jdbc.sql(
                            """
                            create trigger note after insert on journey.kept_out
                            for each statement execute function pg_temp.note()
                            """)
                    .update();
            tell("OrderPlaced", clock.instant(), Map.of("orderId", 1));
            tell("OrderPlaced", clock.instant(), Map.of("orderId", 2));
            List<EnrolmentRows.Entered> page =
                    enrolments.inside(List.of(member)).stream()
                            .map(it ->
                                    new EnrolmentRows.Entered(
                                            member,
                                            it.enrolmentId(),
                                            journey,
                                            it.version(),
                                            clock.instant()))
                            .toList();
            limits.keepOut(page, "CONCURRENCY_CAP", clock.instant());
            assertThat(inside(journey)).isZero();
            assertThat(limits.keptOut(journey, 10)).hasSize(2);
            assertThat(
                            jdbc.sql("select count(*) from pg_temp.statements")
                                    .query(Long.class)
                                    .single())
                    .isEqualTo(1);
            state.setRollbackOnly();
        });
    }

    private static PublishJourney.Outcome needsApproval() {
        return new PublishJourney.Outcome.Refused(JourneyRefusal.JOURNEY_NEEDS_APPROVAL, List.of());
    }
}
