package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.journey.GraphProblem;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.NodeDraft;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.journey.usecase.DraftJourney;
import dev.waystation.platform.engagement.journey.usecase.PublishJourney;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.Tiers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Steps that do something besides sending: attribute, tier, task, a question to another system. */
class ActionsIT extends ActingStage {

    private static int next = 1;

    @Autowired private Tags tags;
    @Autowired private Tiers tiers;

    @Test
    void anAttributeIsWrittenATierGrantedAndATaskGivenToStaffWithItsDueDay() throws Exception {
        long journey =
                published(
                        "StudentVerified",
                        ReEntry.ONCE,
                        new GraphDraft(
                                List.of(
                                        node("in", "entry", Map.of()),
                                        node(
                                                "write",
                                                "attribute",
                                                Map.of("tag", NUMBER, "value", "7")),
                                        tier("gold", 30),
                                        node(
                                                "visit",
                                                "task",
                                                Map.of(
                                                        "title",
                                                        "Call about {date}",
                                                        "team",
                                                        "ticket_window",
                                                        "dueDays",
                                                        2)),
                                        node("out", "exit", Map.of())),
                                row("in", "write", "raise", "visit", "out"),
                                null));
        tell("StudentVerified", clock.instant(), Map.of());
        advanceAll();
        assertThat(nodes(journey)).containsExactly("out");
        assertThat(tags.ofMember(member)).extracting(ActionsIT::said).contains(NUMBER + " 7");
        assertThat(tiers.current(member).code()).isEqualTo("gold");

        String today = clock.instant().atZone(VENUE).toLocalDate().toString();
        String due = clock.instant().atZone(VENUE).toLocalDate().plusDays(2).toString();
        RequestPostProcessor clerk = SignIn.role("ticket_window");
        String open = "$.items[?(@.member == '%s')]".formatted(PublicId.encode("mbr", member));
        mvc.perform(get("/v1/staff-tasks").param("limit", "200").with(clerk))
                .andExpect(status().isOk())
                .andExpect(jsonPath(open + ".title", hasItem("Call about " + today)))
                .andExpect(jsonPath(open + ".dueOn", hasItem(due)));
        String task = PublicId.encode("tsk", taskOf(member));
        mvc.perform(
                        post("/v1/staff-tasks/{id}:complete", task)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"note\": \"He is glad\"}")
                                .with(clerk))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("done"))
                .andExpect(jsonPath("$.note").value("He is glad"));
        mvc.perform(
                        post("/v1/staff-tasks/{id}:complete", task)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}")
                                .with(clerk))
                .andExpect(status().isConflict());
    }

    @Test
    void whatAnotherSystemAnswersStaysWithTheMemberAndDecidesHisWay() {
        long journey = asked();
        assertThat(askAll()).isEqualTo(1);
        assertThat(heard.getFirst().genuine()).as("signed").isTrue();
        assertThat(heard.getFirst().body())
                .contains("\"subject\":\"" + PublicId.encode("mbr", member) + "\"");
        advanceAll();
        assertThat(nodes(journey)).containsExactly("risky");
        assertThat(tags.ofMember(member)).extracting(ActionsIT::said).contains(NUMBER + " 72");
        assertThat(askAll()).as("answered for good").isZero();
    }

    @Test
    void aLowAnswerLeadsTheOtherWay() {
        answer = "{\"risk\": {\"score\": 12}}";
        long journey = asked();
        askAll();
        advanceAll();
        assertThat(nodes(journey)).containsExactly("calm");
    }

    @Test
    void aNoAndAnAnswerOfNoUseLeadTheFailedWay() {
        for (String useless : List.of("no json", "{}", "{\"risk\": {\"score\": \"high\"}}")) {
            answer = useless;
            aMemberWhoAgreedAndAText();
            long journey = asked();
            askAll();
            advanceAll();
            assertThat(nodes(journey)).as(useless).containsExactly("no");
        }
        aMemberWhoAgreedAndAText();
        status = 404;
        long journey = asked();
        askAll();
        advanceAll();
        assertThat(nodes(journey)).containsExactly("no");
    }

    @Test
    void aSystemThatIsBusyIsAskedAgainUnderTheSameIdUntilPatienceIsOver() {
        status = 503;
        long journey = asked();
        askAll();
        assertThat(askAll()).as("not at once").isZero();
        clock.advance(Duration.ofSeconds(10));
        askAll();
        assertThat(heard).hasSize(2);
        assertThat(heard).extracting(Heard::id).containsOnly(heard.getFirst().id());
        advanceAll();
        assertThat(nodes(journey)).containsExactly("ask");
        later(Duration.ofMinutes(11));
        assertThat(nodes(journey)).containsExactly("late");
        status = 200;
        assertThat(askAll()).as("nobody waits for it").isZero();
    }

    @Test
    void whatAStepNamesHasToBeThereAndToFitBeforePublication() {
        assertThat(problem(node("x", "attribute", Map.of("tag", NUMBER, "value", "many"))))
                .isEqualTo(GraphProblem.Kind.VALUE_DOES_NOT_FIT);
        assertThat(problem(node("x", "attribute", Map.of("value", "1"))))
                .isEqualTo(GraphProblem.Kind.ACTION_IS_INCOMPLETE);
        assertThat(problem(node("x", "tag", Map.of("tag", NUMBER))))
                .as("a tag that carries a value is an attribute")
                .isEqualTo(GraphProblem.Kind.VALUE_DOES_NOT_FIT);
        assertThat(problem(node("x", "tier", Map.of("club", "main", "tier", "mithril", "days", 3))))
                .isEqualTo(GraphProblem.Kind.TIER_IS_UNKNOWN);
        assertThat(problem(node("x", "task", Map.of("title", " "))))
                .isEqualTo(GraphProblem.Kind.ACTION_IS_INCOMPLETE);
        assertThat(
                        problem(
                                node(
                                        "x",
                                        "call",
                                        Map.of(
                                                "address",
                                                PublicId.encode("whk", 999_999_999),
                                                "patience",
                                                "PT1M"))))
                .isEqualTo(GraphProblem.Kind.ADDRESS_IS_UNKNOWN);
    }

    private static String said(MemberTag tag) {
        Said value = tag.value();
        return tag.code() + " " + (value == null ? "" : value.en());
    }

    private long asked() {
        long journey = published("StudentVerified", ReEntry.ONCE, askAndBranch());
        tell("StudentVerified", clock.instant(), Map.of());
        advanceAll();
        assertThat(nodes(journey)).containsExactly("ask");
        return journey;
    }

    private static NodeDraft tier(String tier, int days) {
        return node("raise", "tier", Map.of("club", "main", "tier", tier, "days", days));
    }

    private long taskOf(long of) {
        return jdbc.sql("select task_id from journey.task where member_id = :member")
                .param("member", of)
                .query(Long.class)
                .single();
    }

    private GraphProblem.Kind problem(NodeDraft step) {
        var ways =
                Stream.of("next", "failed", "timeout").map(port -> edge("x", port, "out")).toList();
        var edges = new ArrayList<>(ways);
        edges.add(edge("in", "next", "x"));
        var graph =
                new GraphDraft(
                        List.of(node("in", "entry", Map.of()), step, node("out", "exit", Map.of())),
                        edges,
                        null);
        var content = new Content(new Trigger("StudentVerified", Map.of()), ReEntry.ONCE, graph);
        var command = new DraftJourney.Command("acting-" + next++, Said.same("test"), content);
        long id = ((DraftJourney.Outcome.Kept) draft.handle(command)).journeyId();
        var refused = (PublishJourney.Outcome.Refused) publish.handle(id, "test");
        return refused.problems().getFirst().kind();
    }
}
