package dev.waystation.platform.insight.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactPump;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Who came in, who was kept out and who was given rights can be read in the trail. */
@PlatformIT
class AccessTrailIT {

    @Autowired private MockMvc mvc;
    @Autowired private FactPump pump;

    @Test
    void tellsOfSignInFailureLockSignOutAndChangedRoles() throws Exception {
        String login = "a" + UUID.randomUUID().toString().substring(0, 18);
        String made =
                json(
                        mvc.perform(
                                post("/v1/staff")
                                        .with(SignIn.role("administrator"))
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(account(login, "gate"))));
        String id = JsonPath.read(made, "$.id");
        String password = JsonPath.read(made, "$.oneTimePassword");
        Cookie session =
                Objects.requireNonNull(
                        signIn(login, password)
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getCookie("waystation_session"));
        mvc.perform(
                        delete("/v1/session")
                                .cookie(session, new Cookie("XSRF-TOKEN", "t"))
                                .header("X-XSRF-TOKEN", "t"))
                .andExpect(status().isNoContent());
        mvc.perform(
                        put("/v1/staff/" + id)
                                .with(SignIn.role("administrator"))
                                .header("If-Match", "\"v1\"")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(account(login, "finance")))
                .andExpect(status().isOk());
        for (int i = 0; i < 5; i++) {
            signIn(login, "not the password").andExpect(status().isUnauthorized());
        }
        pump.drain();

        long number = PublicId.decode("stf", id);
        assertThat(actions(number))
                .containsExactly(
                        "StaffSignInLocked",
                        "StaffSignInFailed",
                        "StaffSignInFailed",
                        "StaffSignInFailed",
                        "StaffSignInFailed",
                        "StaffSignInFailed",
                        "StaffChanged",
                        "StaffSignedOut",
                        "StaffSignedIn",
                        "StaffAdded");
        Map<String, Object> change = entries(number).get(6);
        assertThat(change.get("actor")).isEqualTo("staff:1");
        assertThat(String.valueOf(change.get("detail"))).contains("gate").contains("finance");
        assertThat(trail()).doesNotContain(password).doesNotContain("not the password");
    }

    @Test
    void keepsNothingThatAStrangerTyped() throws Exception {
        String typed = "secret-typed-into-the-wrong-field-" + UUID.randomUUID();
        signIn(typed, "x").andExpect(status().isUnauthorized());
        pump.drain();
        assertThat(trail()).contains("\"unknown\"").doesNotContain(typed);
    }

    private List<String> actions(long subject) throws Exception {
        return entries(subject).stream().map(each -> String.valueOf(each.get("action"))).toList();
    }

    private List<Map<String, Object>> entries(long subject) throws Exception {
        List<Map<String, Object>> items = JsonPath.read(trail(), "$.items");
        return items.stream()
                .filter(each -> String.valueOf(each.get("action")).startsWith("Staff"))
                .filter(each -> Long.toString(subject).equals(String.valueOf(each.get("subject"))))
                .toList();
    }

    private String trail() throws Exception {
        return json(mvc.perform(get("/v1/audit?limit=50").with(SignIn.role("auditor"))));
    }

    private ResultActions signIn(String login, String password) throws Exception {
        return mvc.perform(
                post("/v1/session")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"login\":\"%s\",\"password\":\"%s\"}"
                                        .formatted(login, password)));
    }

    private static String account(String login, String role) {
        return "{\"login\":\"%s\",\"name\":\"Somebody\",\"roles\":[\"%s\"],\"active\":true}"
                .formatted(login, role);
    }

    private static String json(ResultActions actions) throws Exception {
        return actions.andReturn().getResponse().getContentAsString();
    }
}
