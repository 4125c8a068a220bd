package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.audience.usecase.DefineTag;
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
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What a member has and did decides his way; tags set on it decide segments. */
@PlatformIT
class BranchesAndTagsIT {

    @Autowired DraftJourney draft;
    @Autowired PublishJourney publish;
    @Autowired HearFacts hear;
    @Autowired AdvanceDueEnrolments advance;
    @Autowired Templates templates;
    @Autowired Tags tags;
    @Autowired DefineTag define;
    @Autowired Members members;
    @Autowired FactPump pump;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    @BeforeEach
    void prepare() {
        templates.publish(
                new Template.Draft(
                        "branch-test", new Said("谢谢", "Thanks"), new Said("{date}", "{date}")));
        define.handle(new DefineTag.Command("hand_test", new Said("已致谢", "Thanked"), "care"));
    }

    private PublishJourney.Outcome publish(long member, Map<String, Object> condition, String tag) {
        var content =
                new Content(
                        new Trigger("StudentVerified", Map.of("memberId", member)),
                        ReEntry.ONCE,
                        DrawnJourneys.askTagAndSay(condition, tag, "branch-test"));
        var command =
                new DraftJourney.Command(
                        "branch-it-" + member + "-" + condition.hashCode() % 1_000,
                        new Said("致谢旅程", "Thanks"),
                        content);
        long id = ((DraftJourney.Outcome.Kept) draft.handle(command)).journeyId();
        return publish.handle(id, "test");
    }

    private long member(String tier, long points) {
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        pump.drain();
        jdbc.sql(
                        """
                        update audience.member_trait set tier = :tier, points = :points
                        where member_id = :member
                        """)
                .param("tier", tier)
                .param("points", points)
                .param("member", member)
                .update();
        return member;
    }

    private void walk(long member) {
        hear.handle(
                List.of(
                        new HeardFact(
                                member,
                                "StudentVerified",
                                member,
                                clock.instant(),
                                Map.of("memberId", member, "self", true))));
        while (advance.handle(clock.instant()) > 0) {
            assertThat(member).isPositive();
        }
    }

    @Test
    void branchesAskTierPointsTagsAndTheValuesOfTheTrigger() {
        Map<String, Object> rich =
                Map.of(
                        "$and",
                        List.of(
                                Map.of("tier", "gold"),
                                Map.of("points", Map.of("$gte", 500)),
                                Map.of("tags", Map.of("$nin", List.of("hand_test"))),
                                Map.of("entry.self", true)));
        long gold = member("gold", 900);
        long poor = member("gold", 100);
        assertThat(publish(gold, rich, "hand_test"))
                .isInstanceOf(PublishJourney.Outcome.Done.class);
        assertThat(publish(poor, rich, "hand_test"))
                .isInstanceOf(PublishJourney.Outcome.Done.class);
        walk(gold);
        walk(poor);
        assertThat(tags.ofMember(gold)).extracting(MemberTag::code).contains("hand_test");
        assertThat(tags.ofMember(poor)).extracting(MemberTag::code).doesNotContain("hand_test");
    }

    @Test
    void aTagOfAJourneyAndAMessageBothSayWhyTheyAreThere() throws Exception {
        long gold = member("gold", 900);
        publish(gold, Map.of("tier", "gold"), "hand_test");
        walk(gold);
        MemberTag tag =
                tags.ofMember(gold).stream()
                        .filter(one -> one.code().equals("hand_test"))
                        .findFirst()
                        .orElseThrow();
        assertThat(tag.why().sentence().zh()).contains("致谢旅程");
        String outbox =
                mvc.perform(
                                get("/v1/messages")
                                        .param("member", PublicId.encode("mbr", gold))
                                        .with(SignIn.role("operations")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String explanation = JsonPath.read(outbox, "$.items[0].explanationId");
        mvc.perform(get("/v1/explanations/{id}", explanation).with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath("$.sentence.zh")
                                .value(org.hamcrest.Matchers.containsString("致谢旅程")))
                .andExpect(jsonPath("$.reasons[0].code").value("TRIGGER"))
                .andExpect(jsonPath("$.reasons[?(@.code == 'ARM_TAKEN')]").isNotEmpty())
                .andExpect(jsonPath("$.reasons[?(@.code == 'HAS_ADDRESS')]").isNotEmpty());
    }

    @Test
    void whomPublishingASegmentFindsInsideEntersOnlyWhenTheCauseIsAsked() {
        var edited =
                new HeardFact(
                        1,
                        "SegmentEntered",
                        7,
                        clock.instant(),
                        Map.of("memberId", 7, "segmentId", 3, "cause", "published"));
        assertThat(new Trigger("SegmentEntered", Map.of("segmentId", 3)).lets(edited)).isFalse();
        assertThat(
                        new Trigger("SegmentEntered", Map.of("segmentId", 3, "cause", "published"))
                                .lets(edited))
                .isTrue();
    }

    @Test
    void aTagWithARuleAndAWrongConditionKeepAJourneyFromBeingPublished() {
        long member = member("gold", 0);
        jdbc.sql(
                        """
                        insert into audience.tag (code, name_zh, name_en, condition)
                        values ('ruled_test', 'r', 'r', '{"age": {"$gte": 200}}')
                        on conflict do nothing
                        """)
                .update();
        assertThat(publish(member, Map.of("tierr", "gold"), "ruled_test"))
                .isInstanceOfSatisfying(
                        PublishJourney.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(problem -> problem.kind().name())
                                        .containsExactlyInAnyOrder(
                                                "CONDITION_DOES_NOT_FIT",
                                                "TAG_IS_NOT_SET_BY_HAND"));
    }
}
