package dev.waystation.platform.members.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import dev.waystation.platform.members.loyalty.usecase.RecordEarning;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PlatformIT
class EarningRulesIT {

    @Autowired MockMvc mvc;
    @Autowired Members members;
    @Autowired Points points;
    @Autowired RecordEarning record;
    @Autowired FactPump pump;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private String code = "";
    private long member;

    @BeforeEach
    void somebodyAndACodeNobodyUsed() {
        code = "t" + UUID.randomUUID().toString().substring(0, 10);
        member = members.register(People.born(LocalDate.of(1990, 2, 1))).value();
    }

    @Test
    @Capability("L36")
    void aDryRunAtAFutureDateSaysWhatTheLivePathWillGiveAndWritesNothing() throws Exception {
        long before = rows();
        String holiday = "2027-10-03T04:00:00Z";
        trial("order.paid", holiday, "food").andExpect(jsonPath("$.points.points").value(200));
        trial("order.paid", "2027-09-03T04:00:00Z", "food")
                .andExpect(jsonPath("$.points.points").value(100));
        assertThat(rows()).isEqualTo(before);
        // the live path, on a day that has come, gives what its dry run says
        String tried =
                trial("order.paid", "2026-10-03T04:00:00Z", "food")
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        RecordEarning.Recorded live =
                record.handle(List.of(order("live-" + code, "2026-10-03T04:00:00Z"))).getFirst();
        assertThat(live.decision().total("points"))
                .isEqualTo(JsonPath.<Integer>read(tried, "$.points.points").longValue());
    }

    @Test
    @Capability("L37")
    void theAnswerListsRulesThatFiredThoseRefusedWithACodeAndBudgetsHit() throws Exception {
        report("check-in", "first-" + code).andExpect(jsonPath("$.points.points").value(5));
        report("check-in", "second-" + code)
                .andExpect(jsonPath("$.points.points").value(0))
                .andExpect(jsonPath("$.budgets[0].rule").value("park-check-in"))
                .andExpect(jsonPath("$.budgets[0].most").value(1))
                .andExpect(jsonPath("$.why.reasons[?(@.code=='LIMIT_REACHED')]").isNotEmpty());
        report("check-in", "second-" + code)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("EVENT_WAS_REPORTED_BEFORE"));
        pump.drain();
        assertThat(points.balance(member, Points.POINTS).spendable()).isEqualTo(5);
    }

    @Test
    @Capability("L34")
    void whatIsNoPurchaseEarnsTooAndAShareKeepsThePlaceButNeverThePosition() throws Exception {
        reportWith("quiz", "{\"score\": 79}").andExpect(jsonPath("$.points").isEmpty());
        reportWith("quiz", "{\"score\": 80}").andExpect(jsonPath("$.points.points").value(30));
        reportWith("recycling", "{\"weightGrams\": 2500}")
                .andExpect(jsonPath("$.points.eco").value(25));
        reportWith("hike", "{\"distanceMetres\": 4200}")
                .andExpect(jsonPath("$.points.eco").value(42));
        reportWith("survey", "{}").andExpect(jsonPath("$.points.points").value(50));
        share("here", 30.593217, 114.304913).andExpect(jsonPath("$.points.points").value(20));
        share("far", 31.593217, 114.304913).andExpect(jsonPath("$.points").isEmpty());
        String kept =
                jdbc.sql(
                                """
                                select string_agg(e.body::text || e.earner::text, ' ')
                                from loyalty.earning_event e where e.member_id = :member
                                """)
                        .param("member", member)
                        .query(String.class)
                        .single();
        assertThat(kept)
                .contains("locationProved")
                .doesNotContain("593217")
                .doesNotContain("304913");
        reportWith("share", "{\"locationProved\": true}").andExpect(jsonPath("$.points").isEmpty());
    }

    @Test
    @Capability("L41")
    void aLateEventEarnsByTheRuleOfItsTimeAndARerunGivesOnce() throws Exception {
        Instant now = clock.instant();
        publish("{\"fixed\": 7}", "{\"channel\": \"%s\"}".formatted(code));
        EarningEvent late = event("late-" + code, now.minus(Duration.ofDays(40)));
        EarningEvent today = event("today-" + code, now);
        assertThat(record.handle(List.of(late)).getFirst().decision().total("points"))
                .as("the rule did not exist then")
                .isEqualTo(50);
        assertThat(record.handle(List.of(today)).getFirst().decision().fired())
                .extracting(fired -> fired.rule().code())
                .contains(code);
        String days =
                "{\"from\": \"%s\", \"to\": \"%s\"}"
                        .formatted(LocalDate.now(clock).minusDays(45), LocalDate.now(clock));
        mvc.perform(RuleRequests.write("/" + code + ":re-run", days))
                .andExpect(jsonPath("$.events").value(1));
        mvc.perform(RuleRequests.write("/" + code + ":re-run", days))
                .andExpect(jsonPath("$.events").value(0));
        pump.drain();
        pump.drain();
        assertThat(points.balance(member, Points.POINTS).spendable()).isEqualTo(50 + 7 + 50 + 7);
    }

    private EarningEvent order(String reference, String at) {
        return new EarningEvent(
                "park",
                "order.paid",
                reference,
                member,
                Instant.parse(at),
                "park",
                List.of(EarningEvent.Line.paid("lunch", "food", 10_000)),
                Map.of("channel", code),
                Said.same("order"));
    }

    private EarningEvent event(String reference, Instant at) {
        return new EarningEvent(
                "park",
                "survey",
                reference,
                member,
                at,
                "",
                List.of(),
                Map.of("channel", code),
                Said.same("survey"));
    }

    private ResultActions trial(String trigger, String at, String category) throws Exception {
        return mvc.perform(
                post("/v1/earning-events:preview")
                        .with(SignIn.role("operations"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"event": {"programme": "park", "trigger": "%s", "reference": "try",
                                  "member": "%s", "at": "%s",
                                  "lines": [{"item": "a", "category": "%s", "paidMinor": 10000}]}}
                                """
                                        .formatted(
                                                trigger,
                                                PublicId.encode("mbr", member),
                                                at,
                                                category)));
    }

    private ResultActions report(String trigger, String reference) throws Exception {
        return send(trigger, reference, "{}");
    }

    private ResultActions reportWith(String trigger, String facts) throws Exception {
        return send(trigger, trigger + "-" + UUID.randomUUID(), facts);
    }

    private ResultActions send(String trigger, String reference, String facts) throws Exception {
        return mvc.perform(
                post("/v1/earning-events")
                        .with(SignIn.client("earnings.report"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"programme": "park", "trigger": "%s", "reference": "%s",
                                 "member": "%s", "facts": %s}
                                """
                                        .formatted(
                                                trigger,
                                                reference,
                                                PublicId.encode("mbr", member),
                                                facts)));
    }

    private ResultActions share(String what, double latitude, double longitude) throws Exception {
        return mvc.perform(
                post("/v1/me/shares")
                        .with(SignIn.member(member))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"programme": "park", "what": "%s", "latitude": %s, "longitude": %s,
                                 "accuracyMetres": 30}
                                """
                                        .formatted(what, latitude, longitude)));
    }

    private void publish(String effect, String condition) throws Exception {
        mvc.perform(RuleRequests.draft(code, effect, condition, "survey", "extra"))
                .andExpect(status().isOk());
        mvc.perform(RuleRequests.write("/" + code + ":publish", "{}")).andExpect(status().isOk());
    }

    private long rows() {
        return jdbc.sql(
                        """
                        select (select count(*) from loyalty.earning_event)
                             + (select count(*) from loyalty.earned) + (select count(*) from loyalty.pot)
                        """)
                .query(Long.class)
                .single();
    }
}
