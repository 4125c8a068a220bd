package dev.waystation.platform.foundation.edge;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PlatformIT
class JobsEdgeIT {

    @Autowired private MockMvc mvc;

    @Test
    void refusesNobodyAndAnswersAProblem() throws Exception {
        mvc.perform(get("/v1/jobs"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(jsonPath("$.code").value("SIGN_IN_REQUIRED"))
                .andExpect(jsonPath("$.detail").value("Sign in first."))
                .andExpect(jsonPath("$.requestId").isNotEmpty());
    }

    @Test
    void speaksChineseWhenAsked() throws Exception {
        mvc.perform(
                        get("/v1/jobs")
                                .header("Accept-Language", "zh-CN,zh;q=0.9")
                                .with(SignIn.role("gate")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.title").value("无权操作"))
                .andExpect(jsonPath("$.detail").value("您的账号缺少权限：jobs.read。"));
    }

    @Test
    void listsJobsForThoseWhoMayReadThem() throws Exception {
        mvc.perform(get("/v1/jobs").with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items").isArray());
    }

    @Test
    void namesFieldValueAndRemedyOfMalformedInput() throws Exception {
        mvc.perform(get("/v1/jobs?limit=0").with(SignIn.role("operations")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("MALFORMED"))
                .andExpect(jsonPath("$.errors[0].pointer").value("/limit"))
                .andExpect(jsonPath("$.errors[0].value").value("0"));
    }
}
