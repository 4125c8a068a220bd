package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.wiring.WorldClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PlatformIT
class PublishingIT {

    @Autowired SeedJourneys seed;
    @Autowired Journeys journeys;
    @Autowired WorldClock clock;
    @Autowired MockMvc mvc;

    @Test
    void theReadyJourneysArePublishedWithTheirTexts() {
        seed.seed();
        seed.seed();
        assertThat(journeys.cards())
                .filteredOn(card -> card.state().equals("published"))
                .extracting(Journeys.Card::code)
                .contains("first-trip", "senior-care", "dormant-90");
    }

    @Test
    void aDraftWithProblemsIsNotPublishedAndEachProblemIsNamed() throws Exception {
        String body =
                """
                {"code": "broken-%d", "name": {"zh": "坏", "en": "broken"},
                 "trigger": {"fact": "NothingEver", "when": {}},
                 "graph": {"nodes": [
                    {"id": "in", "kind": "entry", "label": {"zh": "", "en": ""}, "x": 0, "y": 0, "settings": {}},
                    {"id": "say", "kind": "message", "label": {"zh": "", "en": ""}, "x": 0, "y": 0,
                     "settings": {"channel": "sms", "purpose": "service", "template": "unwritten"}}],
                  "edges": [{"from": "in", "to": "say", "port": "next"}]}}
                """
                        .formatted(clock.millis());
        String answer =
                mvc.perform(
                                post("/v1/campaign-journeys")
                                        .contentType("application/json")
                                        .content(body)
                                        .with(SignIn.role("operations")))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.state").value("draft"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String id = JsonPath.read(answer, "$.id");
        mvc.perform(post("/v1/campaign-journeys/{id}:publish", id).with(SignIn.role("operations")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("JOURNEY_HAS_PROBLEMS"))
                .andExpect(jsonPath("$.values.problems.length()").value(4));
    }
}
