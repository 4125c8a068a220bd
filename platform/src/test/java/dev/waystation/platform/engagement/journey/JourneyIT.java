package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.HeardFact;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.journey.usecase.AdvanceDueEnrolments;
import dev.waystation.platform.engagement.journey.usecase.DraftJourney;
import dev.waystation.platform.engagement.journey.usecase.HearFacts;
import dev.waystation.platform.engagement.journey.usecase.PublishJourney;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.facts.StudentVerified;
import dev.waystation.testkit.Capability;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class JourneyIT {

    @Autowired DraftJourney draft;
    @Autowired PublishJourney publish;
    @Autowired HearFacts hear;
    @Autowired AdvanceDueEnrolments advance;
    @Autowired Templates templates;
    @Autowired Members members;
    @Autowired FactLog facts;
    @Autowired FactPump pump;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired PlatformTransactionManager transactions;

    private static int next = 1;

    @BeforeEach
    void publishAText() {
        templates.publish(
                new Template.Draft(
                        "journey-test",
                        new Said("学生认证", "Verified"),
                        new Said("{date} 认证成功", "Verified on {date}")));
    }

    private long published(ReEntry reEntry, Map<String, Object> when) {
        var content =
                new Content(
                        new Trigger("StudentVerified", when),
                        reEntry,
                        DrawnJourneys.sayAndHope("journey-test"));
        var command = new DraftJourney.Command("journey-it-" + next++, Said.same("test"), content);
        long id = ((DraftJourney.Outcome.Kept) draft.handle(command)).journeyId();
        assertThat(publish.handle(id, "test")).isInstanceOf(PublishJourney.Outcome.Done.class);
        return id;
    }

    private long member() {
        return members.register(People.born(LocalDate.of(1990, 1, 1))).value();
    }

    private void tell(long member, Instant at) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ ->
                        facts.append(
                                new StudentVerified(
                                        member, 1, true, LocalDate.of(2027, 9, 1), at)));
    }

    private void advanceAll() {
        for (int moved = 1; moved > 0; moved = advance.handle(clock.instant())) {}
    }

    private int count(String sql, long journey, long member) {
        return jdbc.sql(sql)
                .param("journey", journey)
                .param("member", member)
                .query(Integer.class)
                .single();
    }

    private int enrolments(long journey, long member) {
        return count(
                "select count(*) from journey.enrolment where journey_id = :journey and member_id ="
                        + " :member",
                journey,
                member);
    }

    private int messages(long journey, long member) {
        return count(
                """
                select count(*) from messaging.message m
                where m.member_id = :member and m.source =
                    (select 'journey/' || code from journey.definition where journey_id = :journey)
                """,
                journey,
                member);
    }

    @Test
    void aFactLetsAMemberInAndTheNextOneReachesTheGoalHoweverOftenTheyAreTold() throws Exception {
        long member = member();
        long journey = published(ReEntry.ONCE, Map.of("memberId", member));
        Instant first = clock.instant();
        tell(member, first);
        tell(member, first);
        pump.drain();
        advanceAll();
        advanceAll();
        assertThat(enrolments(journey, member)).isEqualTo(1);
        assertThat(messages(journey, member)).isEqualTo(1);

        tell(member, first.plusSeconds(60));
        tell(member, first.plusSeconds(60));
        pump.drain();
        advanceAll();
        mvc.perform(
                        get(
                                        "/v1/campaign-journeys/{id}/enrolments",
                                        PublicId.encode("jrn", journey))
                                .param("member", PublicId.encode("mbr", member))
                                .with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].state").value("converted"))
                .andExpect(jsonPath("$.items[0].path[0].code").value("ENTERED"))
                .andExpect(jsonPath("$.items[0].path[2].code").value("MESSAGE_QUEUED"))
                .andExpect(
                        jsonPath("$.items[0].path[2].why.reasons[0].code").value("MEMBER_IS_KNOWN"))
                .andExpect(jsonPath("$.items[0].path[4].code").value("FACT_OCCURRED"));
        mvc.perform(
                        get("/v1/campaign-journeys/{id}", PublicId.encode("jrn", journey))
                                .with(SignIn.role("operations")))
                .andExpect(jsonPath("$.counters.say.entered").value(1))
                .andExpect(jsonPath("$.counters.hope.waiting").value(0))
                .andExpect(jsonPath("$.counters.good.done").value(1))
                .andExpect(jsonPath("$.converted").value(1));
    }

    @Test
    @Capability("I12")
    @Capability("JRN-04")
    void eachStepRunsOncePerEnrolmentWhenWorkersRaceAndFactsRepeat() throws Exception {
        long member = member();
        long journey = published(ReEntry.ONCE, Map.of("memberId", member));
        Instant at = clock.instant();
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 100; i++) {
            int position = i;
            calls.add(() -> {
                hear.handle(
                        List.of(
                                new HeardFact(
                                        position,
                                        "StudentVerified",
                                        member,
                                        at,
                                        Map.of("memberId", member))));
                return advance.handle(at);
            });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                answer.get();
            }
        }
        advanceAll();
        assertThat(enrolments(journey, member)).isEqualTo(1);
        assertThat(messages(journey, member)).isEqualTo(1);
        assertThat(
                        count(
                                """
                                select count(*) - count(distinct
                                       (t.enrolment_id, line ->> 'node', line ->> 'code'))
                                from journey.trace t join journey.enrolment e
                                  on e.member_id = t.member_id and e.enrolment_id = t.enrolment_id
                                cross join json_array_elements(t.lines) as line
                                where e.journey_id = :journey and e.member_id = :member
                                """,
                                journey,
                                member))
                .as("lines of trace that repeat a step")
                .isZero();
    }

    @Test
    @Capability("JRN-04")
    void aMemberEntersAgainOnlyAsTheRuleSays() {
        long member = member();
        long once = published(ReEntry.ONCE, Map.of("memberId", member));
        long spaced = published(ReEntry.afterDays(30), Map.of("memberId", member));
        long again = published(ReEntry.AFTER_EXIT, Map.of("memberId", member));
        long each = published(ReEntry.EACH_TRIGGER, Map.of("memberId", member));
        Instant start = clock.instant();
        for (int day : new int[] {0, 5, 29, 61}) {
            HeardFact fact =
                    new HeardFact(
                            1_000_000 + day,
                            "StudentVerified",
                            member,
                            start.plusSeconds(86_400L * day),
                            Map.of("memberId", member));
            hear.handle(List.of(fact));
            hear.handle(List.of(fact));
            hear.handle(List.of(anHourLater(fact)));
            jdbc.sql(
                            "update journey.enrolment set state = 'LEFT', wakes_at = null, ended_at = now() where member_id = :m and ended_at is null")
                    .param("m", member)
                    .update();
        }
        assertThat(enrolments(once, member)).isEqualTo(1);
        assertThat(enrolments(spaced, member)).isEqualTo(2);
        assertThat(enrolments(again, member)).as("not while he is inside").isEqualTo(4);
        assertThat(enrolments(each, member)).isEqualTo(8);
    }

    private static HeardFact anHourLater(HeardFact fact) {
        return new HeardFact(
                fact.position() + 500,
                fact.name(),
                fact.memberId(),
                fact.at().plusSeconds(3_600),
                fact.values());
    }

    @Test
    void membersInsideStayOnTheVersionTheyEnteredAndPausedJourneysStandStill() {
        long member = member();
        long journey = published(ReEntry.ONCE, Map.of("memberId", member));
        hear.handle(
                List.of(
                        new HeardFact(
                                1,
                                "StudentVerified",
                                member,
                                clock.instant(),
                                Map.of("memberId", member))));
        publish.pause(journey);
        advanceAll();
        assertThat(messages(journey, member)).isZero();
        draft.redraw(
                journey,
                new DraftJourney.Command(
                        "ignored-here",
                        Said.same("test"),
                        new Content(
                                new Trigger("StudentVerified", Map.of("memberId", member)),
                                ReEntry.EACH_TRIGGER,
                                DrawnJourneys.sayAndHope("journey-test"))));
        publish.handle(journey, "test");
        advanceAll();
        assertThat(messages(journey, member)).isEqualTo(1);
        assertThat(
                        count(
                                "select version from journey.enrolment where journey_id = :journey"
                                        + " and member_id = :member",
                                journey,
                                member))
                .isEqualTo(1);
    }
}
