package dev.waystation.platform.foundation.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;

/** Whoever edits what somebody else has changed since is told so, whatever the thing is. */
@PlatformIT
class EditedThingsIT {

    private static final RequestPostProcessor STAFF = SignIn.role("administrator", "operations");

    private static final String CAMPAIGN =
            """
            {"name": {"zh": "满减", "en": "Off"}, "kind": "personal", "category": "e",
             "worth": {"kind": "AMOUNT", "value": 500, "capMinor": 0,
                       "minimumMinor": 0, "currency": "CNY"},
             "startsAt": "2026-01-01T00:00:00Z", "endsAt": "2036-01-01T00:00:00Z", "limits": {"claimsPerMember": 1}}
            """;

    @Autowired private MockMvc mvc;
    @Autowired private JsonMapper json;

    @Test
    void refusesToPublishASegmentThatWasReadBeforeItWasPublished() throws Exception {
        String segment =
                "{\"name\":\"E %s\",\"condition\":{\"age\":{\"$gte\":60}}}"
                        .formatted(UUID.randomUUID());
        String path = made("/v1/segments", segment);
        String tag = tag(path);
        change(post(path + ":publish"), tag).andExpect(status().isOk());
        refused(change(post(path + ":publish"), tag));
        change(post(path + ":publish"), tag(path)).andExpect(status().isConflict());
    }

    @Test
    void refusesAJourneyDrawnOverAnotherOnesDrawing() throws Exception {
        String code = "e-" + UUID.randomUUID().toString().substring(0, 13);
        String path = made("/v1/campaign-journeys", journey(code, "one"));
        String tag = tag(path);
        change(draw(path, code, "two"), tag).andExpect(status().isOk());
        refused(change(draw(path, code, "three"), tag));
        refused(change(post(path + ":pause"), tag));
        mvc.perform(get(path).with(SignIn.role("operations")))
                .andExpect(jsonPath("$.name.en").value("two"));
        change(draw(path, code, "three"), tag(path)).andExpect(status().isOk());
        // The control: without a version the last one wins.
        mvc.perform(draw(path, code, "four").with(SignIn.role("operations")))
                .andExpect(status().isOk());
    }

    @Test
    void letsExactlyOneOfManyWinWhoChangeTheSameVersionAtTheSameTime() throws Exception {
        String code = "e-" + UUID.randomUUID().toString().substring(0, 13);
        String path = made("/v1/campaign-journeys", journey(code, "one"));
        String tag = tag(path);
        List<CompletableFuture<Integer>> racers =
                Stream.of("a", "b", "c", "d", "e", "f")
                        .map(name ->
                                CompletableFuture.supplyAsync(
                                        () -> answerTo(draw(path, code, name), tag)))
                        .toList();
        List<Integer> answers = racers.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(answers).containsExactly(200, 412, 412, 412, 412, 412);
    }

    @Test
    void refusesARuleWrittenOverAnotherOnesRule() throws Exception {
        String code = "e-" + UUID.randomUUID().toString().substring(0, 13);
        String path = "/v1/earning-rules/" + code;
        mvc.perform(rule(code, 1).with(SignIn.role("administrator"))).andExpect(status().isOk());
        String tag = tag(path);
        change(rule(code, 2), tag).andExpect(status().isOk());
        refused(change(rule(code, 3), tag));
        refused(change(moment(path + ":publish"), tag));
        change(rule(code, 3), tag(path)).andExpect(status().isOk());
    }

    @Test
    void refusesTiersChangedOverAnotherOnesTiers() throws Exception {
        String path = "/v1/clubs/main/tiers";
        String club = content(path);
        String tag = tag(path);
        String tiers = json.writeValueAsString(Map.of("tiers", JsonPath.read(club, "$.tiers")));
        String dearer = tiers.replaceFirst("\"yearlyCostMinor\":\\d+", "\"yearlyCostMinor\":7");
        change(body(put(path), dearer), tag).andExpect(status().isOk());
        refused(change(body(put(path), tiers), tag));
        change(body(put(path), tiers), tag(path)).andExpect(status().isOk());
    }

    @Test
    void refusesAStepOfACampaignThatHasMoved() throws Exception {
        String campaign =
                mvc.perform(body(post("/v1/coupon-campaigns"), CAMPAIGN).with(STAFF))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String path = "/v1/coupon-campaigns/" + JsonPath.read(campaign, "$.campaign.id");
        String tag = tag(path);
        change(post(path + ":publish"), tag).andExpect(status().isOk());
        refused(change(post(path + ":end"), tag));
        change(post(path + ":end"), tag(path)).andExpect(status().isOk());
    }

    private int answerTo(MockHttpServletRequestBuilder request, String tag) {
        try {
            return change(request, tag).andReturn().getResponse().getStatus();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private ResultActions change(MockHttpServletRequestBuilder request, String tag)
            throws Exception {
        return mvc.perform(request.header("If-Match", tag).with(STAFF));
    }

    private static void refused(ResultActions answer) throws Exception {
        answer.andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.code").value("CHANGED_MEANWHILE"));
    }

    private String tag(String path) throws Exception {
        return Objects.requireNonNull(
                mvc.perform(get(path).with(STAFF))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getHeader("ETag"));
    }

    private String content(String path) throws Exception {
        return mvc.perform(get(path).with(STAFF)).andReturn().getResponse().getContentAsString();
    }

    private static MockHttpServletRequestBuilder body(
            MockHttpServletRequestBuilder request, String content) {
        return request.contentType(MediaType.APPLICATION_JSON).content(content);
    }

    private static MockHttpServletRequestBuilder moment(String path) {
        return body(post(path), "{}");
    }

    private static MockHttpServletRequestBuilder rule(String code, int points) {
        return body(
                post("/v1/earning-rules"),
                """
                {"code": "%s", "programme": "park", "name": {"zh": "e", "en": "e"},
                 "trigger": "survey", "condition": {"channel": "none"},
                 "effect": {"fixed": %d}, "group": "extra", "priority": 1}
                """
                        .formatted(code, points));
    }

    private String made(String collection, String body) throws Exception {
        String answer =
                mvc.perform(
                                post(collection)
                                        .with(SignIn.role("operations"))
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(body))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return collection + "/" + JsonPath.read(answer, "$.id");
    }

    private static MockHttpServletRequestBuilder draw(String path, String code, String name) {
        return put(path).contentType(MediaType.APPLICATION_JSON).content(journey(code, name));
    }

    private static String journey(String code, String name) {
        return """
        {"code": "%s", "name": {"zh": "%s", "en": "%s"},
         "trigger": {"fact": "TripCompleted", "when": {}},
         "graph": {"nodes": [{"id": "in", "kind": "entry",
            "label": {"zh": "", "en": ""}, "x": 0, "y": 0, "settings": {}}], "edges": []}}
        """
                .formatted(code, name, name);
    }
}
