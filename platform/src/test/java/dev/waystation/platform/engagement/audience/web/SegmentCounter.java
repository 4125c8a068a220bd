package dev.waystation.platform.engagement.audience.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.Jobs;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Segments as somebody makes, opens and questions them over HTTP. */
final class SegmentCounter {

    private final MockMvc mvc;
    private final JsonMapper json;
    private final Jobs jobs;
    private final String member;

    SegmentCounter(MockMvc mvc, JsonMapper json, Jobs jobs, long member) {
        this.mvc = mvc;
        this.json = json;
        this.jobs = jobs;
        this.member = PublicId.encode("mbr", member);
    }

    String make(Map<String, Object> condition) throws Exception {
        String name = "places " + UUID.randomUUID();
        String made =
                mvc.perform(
                                as(post("/v1/segments"))
                                        .content(
                                                json.writeValueAsString(
                                                        Map.of(
                                                                "name",
                                                                Said.same(name),
                                                                "condition",
                                                                condition))))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String id = JsonPath.read(made, "$.id");
        mvc.perform(as(post("/v1/segments/" + id + ":publish")))
                .andExpect(status().is2xxSuccessful());
        jobs.awaitAll();
        return id;
    }

    boolean holds(String segment) throws Exception {
        return JsonPath.<List<String>>read(
                        mvc.perform(as(get("/v1/segments/" + segment + "/members?limit=200")))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString(),
                        "$.items[*].id")
                .contains(member);
    }

    ResultActions explain(String segment) throws Exception {
        return mvc.perform(as(get("/v1/segments/" + segment + "/explain?member=" + member)))
                .andExpect(status().isOk());
    }

    static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request) {
        return request.with(SignIn.staff("segments.read", "segments.write"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json");
    }
}
