package dev.waystation.platform.foundation.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.wiring.MachineTime;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;

@PlatformIT
class LimitsAndTagsIT {

    @Autowired private MockMvc mvc;
    @Autowired private MachineTime machine;

    @Test
    void slowsDownOneAddressThatTriesPasswordsAndNoOther() throws Exception {
        int before = sentUntilRefused(attemptFrom("203.0.113.7"), 2_000);
        assertThat(before).isGreaterThanOrEqualTo(300).isLessThan(2_000);
        mvc.perform(attemptFrom("203.0.113.8")).andExpect(status().isBadRequest());
        machine.shift(Duration.ofSeconds(5));
        mvc.perform(attemptFrom("203.0.113.7")).andExpect(status().isBadRequest());
    }

    @Test
    void slowsDownOneProgramAndNoOther() throws Exception {
        int before = sentUntilRefused(readBy(9_001), 5_000);
        assertThat(before).isGreaterThanOrEqualTo(100).isLessThan(5_000);
        mvc.perform(readBy(9_002)).andExpect(status().isOk());
    }

    @Test
    void tagsAnAnswerAndSaysWhenNothingChanged() throws Exception {
        MockHttpServletResponse first =
                mvc.perform(get("/v1/roles").with(SignIn.role("administrator")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse();
        String tag = first.getHeader("ETag");
        assertThat(tag).startsWith("\"");
        ResultActions again =
                mvc.perform(
                        get("/v1/roles")
                                .header("If-None-Match", String.valueOf(tag))
                                .with(SignIn.role("administrator")));
        assertThat(again.andExpect(status().isNotModified()).andReturn().getResponse())
                .extracting(MockHttpServletResponse::getContentLength)
                .isEqualTo(0);
        mvc.perform(
                        get("/v1/roles")
                                .header("If-None-Match", "W/\"another\"")
                                .with(SignIn.role("administrator")))
                .andExpect(status().isOk());
    }

    private int sentUntilRefused(RequestBuilder request, int most) throws Exception {
        for (int sent = 0; sent < most; sent++) {
            ResultActions answer = mvc.perform(request);
            if (answer.andReturn().getResponse().getStatus() == 429) {
                answer.andExpect(jsonPath("$.code").value("TOO_MANY_REQUESTS"))
                        .andExpect(jsonPath("$.retryable").value(true))
                        .andExpect(header().exists("Retry-After"));
                return sent;
            }
        }
        return most;
    }

    private static RequestBuilder attemptFrom(String address) {
        return post("/v1/session")
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}");
    }

    private static RequestBuilder readBy(long client) {
        return get("/v1/roles")
                .with(SignIn.as(new Caller.ApiClient(client, "BI", Set.of("staff.manage"))));
    }
}
