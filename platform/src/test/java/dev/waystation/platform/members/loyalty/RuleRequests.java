package dev.waystation.platform.members.loyalty;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.waystation.platform.SignIn;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What operations send about rules. */
final class RuleRequests {

    private RuleRequests() {}

    static MockHttpServletRequestBuilder write(String path, String body) {
        return post("/v1/earning-rules" + path)
                .with(SignIn.role("operations"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    static MockHttpServletRequestBuilder draft(
            String code, String effect, String condition, String trigger, String group) {
        return write(
                "",
                """
                {"code": "%s", "programme": "park", "name": {"zh": "试", "en": "trial"},
                 "trigger": "%s", "condition": %s, "effect": %s, "group": "%s",
                 "priority": 1, "currency": "points", "limits": []}
                """
                        .formatted(code, trigger, condition, effect, group));
    }
}
