package dev.waystation.platform.operators.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.wiring.MachineTime;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PlatformIT
class SessionIT {

    @Autowired private MockMvc mvc;
    @Autowired private MachineTime machine;

    private record Person(String id, String login, String password) {}

    @Test
    void signsInWithAHardenedCookieAndSaysWhoItIs() throws Exception {
        Person person = newStaff("gate");
        ResultActions in = signIn(person.login(), person.password()).andExpect(status().isOk());
        in.andExpect(jsonPath("$.caller.kind").value("staff"))
                .andExpect(jsonPath("$.caller.roles[0]").value("gate"))
                .andExpect(jsonPath("$.caller.mustChangePassword").value(true))
                .andExpect(cookie().httpOnly("waystation_session", true))
                .andExpect(cookie().sameSite("waystation_session", "Lax"));
        mvc.perform(get("/v1/session").cookie(session(in)))
                .andExpect(jsonPath("$.caller.name").value("Somebody"));
    }

    @Test
    void rotatesTheSessionAtEverySignIn() throws Exception {
        Person person = newStaff("gate");
        Cookie first = session(signIn(person.login(), person.password()));
        ResultActions again =
                mvc.perform(
                        post("/v1/session")
                                .cookie(first, new Cookie("XSRF-TOKEN", "t"))
                                .header("X-XSRF-TOKEN", "t")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body(person.login(), person.password())));
        Cookie second = session(again.andExpect(status().isOk()));
        assertThat(second.getValue()).isNotEqualTo(first.getValue());
        mvc.perform(get("/v1/session").cookie(first))
                .andExpect(jsonPath("$.caller.kind").value("anonymous"));
    }

    @Test
    void refusesAForgedWriteAndTakesOneWithTheToken() throws Exception {
        Person person = newStaff("administrator");
        Cookie session = session(signIn(person.login(), person.password()));
        mvc.perform(delete("/v1/session").cookie(session))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("FORGERY_TOKEN_MISSING"));
        Cookie token =
                Objects.requireNonNull(
                        mvc.perform(get("/v1/session").cookie(session))
                                .andReturn()
                                .getResponse()
                                .getCookie("XSRF-TOKEN"));
        mvc.perform(
                        delete("/v1/session")
                                .cookie(session, token)
                                .header("X-XSRF-TOKEN", token.getValue()))
                .andExpect(status().isNoContent());
        mvc.perform(get("/v1/session").cookie(session))
                .andExpect(jsonPath("$.caller.kind").value("anonymous"));
    }

    @Test
    void locksALoginAfterFiveFailuresForAQuarterOfAnHour() throws Exception {
        Person person = newStaff("gate");
        for (int i = 0; i < 5; i++) {
            signIn(person.login(), "not the password")
                    .andExpect(status().isUnauthorized())
                    .andExpect(jsonPath("$.code").value("SIGN_IN_WRONG"));
        }
        signIn(person.login(), person.password())
                .andExpect(status().isTooManyRequests())
                .andExpect(jsonPath("$.code").value("SIGN_IN_LOCKED"))
                .andExpect(jsonPath("$.retryable").value(true))
                .andExpect(header().exists("Retry-After"));
        machine.shift(Duration.ofMinutes(16));
        signIn(person.login(), person.password()).andExpect(status().isOk());
    }

    @Test
    void answersAnUnknownLoginLikeAWrongPassword() throws Exception {
        signIn("nobody-" + UUID.randomUUID(), "not the password")
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("SIGN_IN_WRONG"));
    }

    @Test
    void endsAllSessionsWhenRolesChangeAndRefusesAStaleChange() throws Exception {
        Person person = newStaff("gate");
        Cookie session = session(signIn(person.login(), person.password()));
        String change = "{\"name\":\"Somebody\",\"roles\":[\"finance\"],\"active\":true}";
        mvc.perform(
                        put("/v1/staff/" + person.id())
                                .with(SignIn.role("administrator"))
                                .header("If-Match", "\"v1\"")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(change))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"v2\""));
        mvc.perform(get("/v1/session").cookie(session))
                .andExpect(jsonPath("$.caller.kind").value("anonymous"));
        mvc.perform(
                        put("/v1/staff/" + person.id())
                                .with(SignIn.role("administrator"))
                                .header("If-Match", "\"v1\"")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(change))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.code").value("CHANGED_MEANWHILE"));
        mvc.perform(
                        put("/v1/staff/" + person.id())
                                .with(SignIn.role("administrator"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(change))
                .andExpect(status().isPreconditionRequired());
    }

    @Test
    void showsAnApiKeyOnceAndHonoursItsScopes() throws Exception {
        String answer =
                mvc.perform(
                                post("/v1/api-clients")
                                        .with(SignIn.role("administrator"))
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"name\":\"BI\",\"scopes\":[\"jobs.read\"]}"))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String key = JsonPath.read(answer, "$.key");
        String id = JsonPath.read(answer, "$.id");
        mvc.perform(get("/v1/jobs").header("Authorization", "Bearer " + key))
                .andExpect(status().isOk());
        mvc.perform(get("/v1/staff").header("Authorization", "Bearer " + key))
                .andExpect(status().isForbidden());
        String list =
                mvc.perform(get("/v1/api-clients?limit=200").with(SignIn.role("administrator")))
                        .andExpect(jsonPath("$.items[?(@.id=='" + id + "')].lastUsedAt").exists())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(list).doesNotContain(key).contains(key.substring(0, 12));
        mvc.perform(post("/v1/api-clients/" + id + ":revoke").with(SignIn.role("administrator")))
                .andExpect(status().isNoContent());
        mvc.perform(get("/v1/jobs").header("Authorization", "Bearer " + key))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void changesAPasswordAndEndsTheOldSession() throws Exception {
        Person person = newStaff("gate");
        Cookie session = session(signIn(person.login(), person.password()));
        String change =
                "{\"present\":\"%s\",\"next\":\"a longer password\"}".formatted(person.password());
        mvc.perform(
                        post("/v1/session/password")
                                .cookie(session, new Cookie("XSRF-TOKEN", "t"))
                                .header("X-XSRF-TOKEN", "t")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(change))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.caller.mustChangePassword").value(false));
        mvc.perform(get("/v1/session").cookie(session))
                .andExpect(jsonPath("$.caller.kind").value("anonymous"));
        signIn(person.login(), "a longer password").andExpect(status().isOk());
    }

    private Person newStaff(String role) throws Exception {
        String login = "t" + UUID.randomUUID().toString().substring(0, 18);
        MockHttpServletResponse answer =
                mvc.perform(
                                post("/v1/staff")
                                        .with(SignIn.role("administrator"))
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(
                                                "{\"login\":\"%s\",\"name\":\"Somebody\",\"roles\":[\"%s\"]}"
                                                        .formatted(login, role)))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse();
        String json = answer.getContentAsString();
        return new Person(
                JsonPath.read(json, "$.id"), login, JsonPath.read(json, "$.oneTimePassword"));
    }

    private ResultActions signIn(String login, String password) throws Exception {
        return mvc.perform(
                post("/v1/session")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body(login, password)));
    }

    private static String body(String login, String password) {
        return "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password);
    }

    private static Cookie session(ResultActions actions) {
        Cookie cookie = actions.andReturn().getResponse().getCookie("waystation_session");
        if (cookie == null) {
            throw new AssertionError("No session cookie");
        }
        return cookie;
    }
}
