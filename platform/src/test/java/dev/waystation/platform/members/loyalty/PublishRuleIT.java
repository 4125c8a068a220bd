package dev.waystation.platform.members.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.Jobs;
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
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PlatformIT
class PublishRuleIT {

    @Autowired MockMvc mvc;
    @Autowired Members members;
    @Autowired Points points;
    @Autowired RecordEarning record;
    @Autowired Jobs jobs;
    @Autowired Clock clock;

    private String code = "";
    private long member;

    @BeforeEach
    void somebodyAndACodeNobodyUsed() {
        code = "p" + UUID.randomUUID().toString().substring(0, 10);
        member = members.register(People.born(LocalDate.of(1990, 2, 1))).value();
    }

    @Test
    @Capability("L31")
    void aRuleIsDraftedScheduledPublishedAndKeepsItsVersions() throws Exception {
        draft("{\"fixed\": 7}", "{}").andExpect(jsonPath("$.state").value("draft"));
        Instant ahead = clock.instant().plus(Duration.ofDays(3));
        write("/" + code + ":publish", "{\"at\": \"%s\"}".formatted(ahead))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("scheduled"));
        draft("{\"fixed\": 9}", "{}");
        write("/" + code + ":publish", "{\"at\": \"%s\"}".formatted(ahead.plusSeconds(60)))
                .andExpect(jsonPath("$.versions.length()").value(2))
                .andExpect(jsonPath("$.versions[1].until").value(ahead.plusSeconds(60).toString()));
        write("/" + code + ":publish", "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("RULE_HAS_NO_DRAFT"));
    }

    @Test
    @Capability("L31")
    void aRuleThatCannotBeMeantIsRefusedAtPublishWithFieldAndRemedy() throws Exception {
        draft("{\"fixed\": 7}", "{\"scoer\": {\"$gte\": 80}}");
        write("/" + code + ":publish", "{}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("RULE_CANNOT_BE_MEANT"))
                .andExpect(jsonPath("$.why.reasons[0].values.field").value("condition.scoer.$gte"))
                .andExpect(jsonPath("$.why.reasons[0].values.remedy").isNotEmpty());
        draft("{\"fixed\": 7}", "{}");
        write("/" + code + ":publish", "{\"at\": \"2020-01-01T00:00:00Z\"}")
                .andExpect(jsonPath("$.code").value("RULE_WOULD_CHANGE_THE_PAST"));
    }

    @Test
    void aBackTestOnThePastSaysWhatWouldHaveBeenIssuedAndWhatItIsWorth() throws Exception {
        Instant then = Instant.parse("2025-03-05T04:00:00Z");
        record.handle(List.of(order("bt1-" + code, then), order("bt2-" + code, then)));
        draft("{\"times\": 3}", "{\"channel\": \"%s\"}".formatted(code), "order.paid", "tier");
        String job =
                JsonPath.read(
                        write(
                                        "/" + code + ":back-test",
                                        "{\"from\": \"2025-03-05\", \"to\": \"2025-03-05\"}")
                                .andExpect(status().isAccepted())
                                .andReturn()
                                .getResponse()
                                .getContentAsString(),
                        "$.id");
        jobs.awaitAll();
        mvc.perform(get("/v1/jobs/" + job).with(SignIn.role("operations")))
                .andExpect(jsonPath("$.state").value("done"))
                .andExpect(jsonPath("$.result.events").value(2))
                .andExpect(jsonPath("$.result.before.points").value(200))
                .andExpect(jsonPath("$.result.after.points").value(600))
                .andExpect(jsonPath("$.result.liabilityMinor").value(400))
                .andExpect(jsonPath("$.result.perMille").value(2000))
                .andExpect(
                        jsonPath("$.result.verdict.zh")
                                .value("会发放 600 分，比当时多 400 分（+200.0%）；负债增加 4.00 元。"));
        assertThat(points.balance(member, Points.POINTS).spendable()).isZero();
    }

    private EarningEvent order(String reference, Instant at) {
        return new EarningEvent(
                "park",
                "order.paid",
                reference,
                member,
                at,
                "park",
                List.of(EarningEvent.Line.paid("lunch", "food", 10_000)),
                Map.of("channel", code),
                Said.same("order"));
    }

    private ResultActions draft(String effect, String condition) throws Exception {
        return draft(effect, condition, "quiz", "extra");
    }

    private ResultActions draft(String effect, String condition, String trigger, String group)
            throws Exception {
        return mvc.perform(RuleRequests.draft(code, effect, condition, trigger, group))
                .andExpect(status().isOk());
    }

    private ResultActions write(String path, String body) throws Exception {
        return mvc.perform(RuleRequests.write(path, body));
    }
}
