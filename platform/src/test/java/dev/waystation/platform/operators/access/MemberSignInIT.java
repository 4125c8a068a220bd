package dev.waystation.platform.operators.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.wiring.MachineTime;
import dev.waystation.platform.operators.access.usecase.SandboxCodes;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PlatformIT
class MemberSignInIT {

    private static final AtomicInteger NEXT = new AtomicInteger(62_000);

    @Autowired private MockMvc mvc;
    @Autowired private MachineTime machine;
    @Autowired private SandboxCodes sandbox;

    @Test
    void letsAMemberInWithTheCodeOnceAndShowsWhoItIs() throws Exception {
        String phone = newMember();
        String code = sentTo(phone);
        ResultActions in = signIn(phone, code).andExpect(status().isOk());
        in.andExpect(jsonPath("$.caller.kind").value("member"))
                .andExpect(cookie().httpOnly("waystation_session", true));
        Cookie session =
                Objects.requireNonNull(
                        in.andReturn().getResponse().getCookie("waystation_session"));
        mvc.perform(get("/v1/me").cookie(session)).andExpect(status().isOk());
        mvc.perform(get("/v1/staff").cookie(session)).andExpect(status().isForbidden());
        signIn(phone, code)
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("CODE_WRONG_OR_EXPIRED"));
    }

    @Test
    void refusesAWrongCodeAndOneThatIsTooOld() throws Exception {
        String phone = newMember();
        String code = sentTo(phone);
        signIn(phone, wrong(code)).andExpect(jsonPath("$.code").value("CODE_WRONG_OR_EXPIRED"));
        machine.shift(Duration.ofMinutes(6));
        signIn(phone, code).andExpect(jsonPath("$.code").value("CODE_WRONG_OR_EXPIRED"));
        signIn(phone, sentTo(phone)).andExpect(status().isOk());
    }

    @Test
    void locksAPhoneAfterFiveWrongCodesEvenForTheRightOne() throws Exception {
        String phone = newMember();
        String code = sentTo(phone);
        for (int i = 0; i < 5; i++) {
            signIn(phone, wrong(code)).andExpect(status().isUnauthorized());
        }
        signIn(phone, code)
                .andExpect(status().isTooManyRequests())
                .andExpect(jsonPath("$.code").value("SIGN_IN_LOCKED"))
                .andExpect(header().exists("Retry-After"));
        machine.shift(Duration.ofMinutes(16));
        signIn(phone, sentTo(phone)).andExpect(status().isOk());
    }

    @Test
    void sendsNoSixthCodeToAPhoneWithinTenMinutes() throws Exception {
        String phone = freshPhone();
        for (int i = 0; i < 5; i++) {
            ask(phone).andExpect(status().isAccepted());
        }
        ask(phone)
                .andExpect(status().isTooManyRequests())
                .andExpect(jsonPath("$.code").value("TOO_MANY_CODES"));
    }

    @Test
    void tellsAPhoneThatIsNoMembersOnlyAfterTheRightCode() throws Exception {
        String phone = freshPhone();
        String code = sentTo(phone);
        signIn(phone, wrong(code)).andExpect(jsonPath("$.code").value("CODE_WRONG_OR_EXPIRED"));
        signIn(phone, code).andExpect(jsonPath("$.code").value("PHONE_IS_NO_MEMBER"));
    }

    private String newMember() throws Exception {
        String phone = freshPhone();
        mvc.perform(
                        post("/v1/members")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"phone":"%s","code":"%s","name":"测试会员",
                                         "document":{"type":"passport","number":"E%s"},
                                         "birthDate":"1990-05-01","city":"WUH"}
                                        """
                                                .formatted(
                                                        phone, sentTo(phone), phone.substring(3))))
                .andExpect(status().isCreated());
        return phone;
    }

    private String sentTo(String phone) throws Exception {
        ask(phone).andExpect(status().isAccepted());
        return sandbox.lately().stream()
                .filter(sent -> sent.phone().equals(phone))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private ResultActions ask(String phone) throws Exception {
        return mvc.perform(
                post("/v1/member-session/code")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"phone\":\"%s\"}".formatted(phone)));
    }

    private ResultActions signIn(String phone, String code) throws Exception {
        return mvc.perform(
                post("/v1/member-session")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(phone, code)));
    }

    private static String wrong(String code) {
        String other = code.equals("000000") ? "000001" : "000000";
        assertThat(other).isNotEqualTo(code);
        return other;
    }

    private static String freshPhone() {
        return "177442" + NEXT.incrementAndGet();
    }
}
