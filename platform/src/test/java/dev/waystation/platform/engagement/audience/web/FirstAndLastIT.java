package dev.waystation.platform.engagement.audience.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.testkit.Capability;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Segments that ask when something was first or last done, over HTTP and in words. */
@PlatformIT
class FirstAndLastIT {

    @Autowired private MockMvc mvc;

    @Test
    @Capability("SEG-02")
    void publishesWhenSomethingWasFirstAndLastDoneAndAnyQuestionAboutEachOccurrence()
            throws Exception {
        String id =
                draft(
                        UUID.randomUUID().toString(),
                        """
                        {"$and": [
                          {"$did": {"event": "trip.completed", "atLeast": 2, "withinDays": 90,
                                    "where": {"amountMinor": {"$gte": 30000}}}},
                          {"$first": {"event": "trip.completed", "beforeDays": 30}},
                          {"$last": {"event": "park.visited", "withinDays": 7}}]}
                        """);
        mvc.perform(send("/v1/segments/" + id + ":publish", "{}")).andExpect(status().isOk());
        mvc.perform(get("/v1/segments/" + id).with(SignIn.staff("segments.read")))
                .andExpect(
                        jsonPath("$.sentence.zh")
                                .value(
                                        "90 天内乘车至少 2 次（金额至少 300 元），"
                                                + "且首次乘车在 30 天前或更早，且最近一次入园在 7 天内的会员。"))
                .andExpect(
                        jsonPath("$.sentence.en")
                                .value(
                                        "Members who travelled at least 2 times (whose amount is"
                                                + " at least 300 yuan) in the last 90 days, and who"
                                                + " first travelled 30 or more days ago, and who"
                                                + " last visited the park in the last 7 days."));
        mvc.perform(
                        send(
                                "/v1/segments:count",
                                "{\"condition\": {\"$first\": {\"event\": \"trip.completed\"}}}"))
                .andExpect(status().isBadRequest());
    }

    private String draft(String name, String condition) throws Exception {
        String body =
                mvc.perform(
                                send(
                                        "/v1/segments",
                                        "{\"name\": \"%s\", \"condition\": %s}"
                                                .formatted(name, condition)))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return com.jayway.jsonpath.JsonPath.read(body, "$.id");
    }

    private static MockHttpServletRequestBuilder send(String path, String body) {
        return post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(SignIn.staff("segments.read", "segments.write"));
    }
}
