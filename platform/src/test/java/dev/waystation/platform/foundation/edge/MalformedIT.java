package dev.waystation.platform.foundation.edge;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Whoever sends what cannot be understood is told what to do in their language. */
@PlatformIT
class MalformedIT {

    @Autowired MockMvc mvc;

    private ResultActions list(String language) throws Exception {
        return mvc.perform(
                        get("/v1/orders?limit=900")
                                .header("Accept-Language", language)
                                .with(SignIn.role("operations")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("MALFORMED"));
    }

    private ResultActions count(String language, String body) throws Exception {
        return mvc.perform(
                        post("/v1/segments:count")
                                .header("Accept-Language", language)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body)
                                .with(SignIn.role("operations")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void advisesInTheLanguageOfTheCaller() throws Exception {
        list("zh-CN")
                .andExpect(jsonPath("$.detail").value("字段 limit 的值“900”有误：每页取 1 到 200 条。"))
                .andExpect(jsonPath("$.errors[0].remedy").value("每页取 1 到 200 条"));
        list("en").andExpect(jsonPath("$.errors[0].remedy").value("ask for 1 to 200 items"));
    }

    @Test
    void advisesSoAboutAConditionAndAboutBrokenJson() throws Exception {
        String unknown = "{\"condition\":{\"shoeSize\":{\"$gte\":40}}}";
        count("zh-CN", unknown).andExpect(jsonPath("$.errors[0].remedy", containsString("；")));
        count("en", unknown).andExpect(jsonPath("$.errors[0].remedy", containsString("; ")));
        count("zh-CN", "{\"condition\":")
                .andExpect(jsonPath("$.errors[0].remedy", containsString("按接口文档发送")));
    }
}
