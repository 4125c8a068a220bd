package dev.waystation.platform.selling.release;

import static org.hamcrest.Matchers.greaterThan;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.selling.booking.Shop;
import dev.waystation.platform.selling.catalogue.Run;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

/** Two planners at one train, and a preview that always has something to say. */
@PlatformIT
class PlanEditsIT {

    @Autowired MockMvc mvc;
    @Autowired JsonMapper json;
    @Autowired AutowireCapableBeanFactory beans;

    private Run run;

    @BeforeEach
    void schedule() {
        run = beans.createBean(Shop.class).aTrain();
    }

    private record Drafted(String path, String tag) {}

    private Drafted draft(String name) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(
                                post("/v1/release-plans")
                                        .with(SignIn.role("operations"))
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(sketch(name)))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse();
        String id = json.readTree(answer.getContentAsString()).get("id").asString();
        return new Drafted(
                "/v1/release-plans/" + id, Objects.requireNonNull(answer.getHeader("ETag")));
    }

    private String sketch(String name) {
        return """
        {"trainCode": "%s", "class": "second", "name": {"zh": "%s", "en": "%s"},
         "buckets": [{"key": "everyone", "trips": "any"}],
         "batches": [{"key": "first", "daysBefore": 15, "at": "08:00",
                      "steps": [{"to": "everyone"}]}]}
        """
                .formatted(run.trainCode(), name, name);
    }

    private ResultActions publish(Drafted plan, String tag) throws Exception {
        return mvc.perform(
                post(plan.path() + ":publish")
                        .header("If-Match", tag)
                        .with(SignIn.staff("release.publish")));
    }

    @Test
    void aPlanPreviewedAgainstAnotherThanTheOneInForceIsNotPublished() throws Exception {
        Drafted mine = draft("mine");
        Drafted theirs = draft("theirs");
        publish(theirs, theirs.tag()).andExpect(status().isOk());
        publish(mine, mine.tag())
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.code").value("CHANGED_MEANWHILE"));
        String present =
                Objects.requireNonNull(
                        mvc.perform(get(mine.path()).with(SignIn.staff("release.read")))
                                .andReturn()
                                .getResponse()
                                .getHeader("ETag"));
        publish(mine, present).andExpect(status().isOk());
    }

    @Test
    void aPlanIsNotPublishedTwiceFromOneReading() throws Exception {
        Drafted plan = draft("once");
        publish(plan, plan.tag()).andExpect(status().isOk());
        publish(plan, plan.tag()).andExpect(status().isPreconditionFailed());
    }

    @Test
    void aPreviewSaysWhatCanBeBoughtAtOnceWhenNoBatchIsToCome() throws Exception {
        mvc.perform(
                        post(draft("open").path() + ":preview")
                                .param("run", PublicId.encode("run", run.id().value()))
                                .with(SignIn.staff("release.plan")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.openings.length()").value(1))
                .andExpect(jsonPath("$.openings[0].batch").doesNotExist())
                .andExpect(jsonPath("$.openings[0].counts[0]").value(greaterThan(0)));
    }
}
