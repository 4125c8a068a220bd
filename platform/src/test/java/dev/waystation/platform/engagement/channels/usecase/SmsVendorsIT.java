package dev.waystation.platform.engagement.channels.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.messaging.usecase.AskAboutUnknown;
import dev.waystation.platform.engagement.messaging.usecase.DeliverDueMessages;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.Registration;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import dev.waystation.testkit.Capability;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Text messages by two vendors over real connections, up to what they call to tell. */
@PlatformIT
class SmsVendorsIT {

    private static final String SECRET = "the-secret-of-the-account";

    @Autowired Outbox outbox;
    @Autowired Templates templates;
    @Autowired DeliverDueMessages deliver;
    @Autowired AskAboutUnknown ask;
    @Autowired Members members;
    @Autowired ChangeConsents consents;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired KeptAccounts kept;

    private PretendVendor aliyun;
    private PretendVendor tencent;
    private Registration who;
    private long member;

    @BeforeEach
    void openTwoAccounts() throws Exception {
        templates.publish(
                new Template.Draft(
                        "sms-vendors",
                        new Said("提醒", "Note"),
                        new Said("{train} 次 {day} 出发", "{train} leaves on {day}")));
        deliverAll(); // what other tests left goes to the sandbox
        aliyun = new PretendVendor(_ -> "{\"Code\":\"OK\",\"BizId\":\"900^0\"}");
        tencent =
                new PretendVendor(_ ->
                        "{\"Response\":{\"SendStatusSet\":[{\"Code\":\"Ok\",\"SerialNo\":\"sn-%s\"}]}}"
                                .formatted(UUID.randomUUID()));
        who = People.born(LocalDate.of(1990, 1, 1));
        member = members.register(who).value();
        consents.handle(
                new ChangeConsents.Command(
                        member,
                        List.of(new ChangeConsents.Choice("sms", "marketing", true)),
                        "member"));
        account("ali", "aliyun-sms", aliyun.address().toString(), 1);
        account("tencent", "tencent-sms", tencent.address().toString(), 2);
        register("ali", "SMS_1", "[\"train\", \"date=day\"]");
        register("tencent", "1001", "[\"train\", \"day\"]");
    }

    @AfterEach
    void closeTheAccounts() {
        aliyun.close();
        tencent.close();
        jdbc.sql("delete from channels.account").update();
        kept.forget();
    }

    private void account(String code, String vendor, String endpoint, int position)
            throws Exception {
        mvc.perform(
                        put("/v1/channel-accounts/" + code)
                                .contentType("application/json")
                                .content(
                                        """
                                        {"vendor": "%s", "purposes": ["transactional", "marketing"],
                                         "endpoint": "%s", "keyId": "key-id", "secret": "%s",
                                         "settings": {"signName": "驿站", "appId": "14001"},
                                         "position": %d, "active": true}
                                        """
                                                .formatted(vendor, endpoint, SECRET, position))
                                .with(SignIn.role("administrator")))
                .andExpect(status().isOk());
    }

    private void register(String account, String number, String parameters) throws Exception {
        mvc.perform(
                        put("/v1/channel-accounts/" + account + "/texts/sms-vendors")
                                .contentType("application/json")
                                .content(
                                        "{\"vendorTemplate\": \"%s\", \"parameters\": %s}"
                                                .formatted(number, parameters))
                                .with(SignIn.role("administrator")))
                .andExpect(status().isNoContent());
    }

    private UUID offer(String purpose) {
        UUID reference = UUID.randomUUID();
        outbox.offer(
                new MessageOffer(
                        reference,
                        member,
                        "sms",
                        purpose,
                        "sms-vendors",
                        Map.of("train", "G79", "day", "12 月 1 日"),
                        "test",
                        null));
        return reference;
    }

    private void deliverAll() {
        while (deliver.handle(clock.instant()) > 0) {
            assertThat(deliver).isNotNull();
        }
    }

    private String stateOf(UUID reference) {
        return jdbc.sql(
                        """
                        select status || coalesce(' by ' || account, '')
                        from messaging.message where reference = :reference
                        """)
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    @Test
    @Capability("CH-01")
    void theFirstVendorGetsASignedCallWithItsOwnTextAndOurReference() throws Exception {
        UUID reference = offer("transactional");
        deliverAll();
        assertThat(stateOf(reference)).isEqualTo("accepted by ali");
        assertThat(tencent.calls).isEmpty();
        PretendVendor.Call call = aliyun.calls.getFirst();
        assertThat(call.headers().get("Authorization"))
                .endsWith(SignaturesAgain.acs3(call, SECRET));
        assertThat(call.headers().get("x-acs-action")).isEqualTo("SendSms");
        String query = URLDecoder.decode(call.query(), UTF_8);
        assertThat(query)
                .contains("OutId=" + reference)
                .contains("PhoneNumbers=" + who.phone())
                .contains("SignName=驿站")
                .contains("TemplateCode=SMS_1")
                .contains("TemplateParam={\"train\":\"G79\",\"date\":\"12 月 1 日\"}");
        assertThat(call.query()).as("spaces as the signature wants them").contains("12%20");
    }

    @Test
    @Capability("CH-01")
    void whenTheFirstVendorRefusesForItselfTheSecondSendsWithASignatureThatHolds()
            throws Exception {
        aliyun.answer = _ -> "{\"Code\":\"isv.AMOUNT_NOT_ENOUGH\",\"Message\":\"no money\"}";
        UUID reference = offer("transactional");
        deliverAll();
        assertThat(stateOf(reference)).isEqualTo("accepted by tencent");
        PretendVendor.Call call = tencent.calls.getFirst();
        assertThat(call.body())
                .contains("\"PhoneNumberSet\":[\"+86" + who.phone() + "\"]")
                .contains("\"TemplateParamSet\":[\"G79\",\"12 月 1 日\"]")
                .contains("\"SmsSdkAppId\":\"14001\"");
        assertThat(call.headers().get("Authorization"))
                .endsWith(SignaturesAgain.tc3(call, "sms", SECRET));
    }

    @Test
    @Capability("CH-01")
    void aVendorThatCannotBeReachedIsPassedByAndOneThatFallsSilentIsNot() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        account("ali", "aliyun-sms", "http://127.0.0.1:" + closed, 1);
        UUID passed = offer("transactional");
        deliverAll();
        assertThat(stateOf(passed)).isEqualTo("accepted by tencent");

        account("ali", "aliyun-sms", aliyun.address().toString(), 1);
        aliyun.answer = _ -> "";
        int before = tencent.calls.size();
        UUID silent = offer("transactional");
        deliverAll();
        deliverAll();
        assertThat(stateOf(silent)).isEqualTo("unknown by ali");
        assertThat(aliyun.calls).as("asked once, never again by guess").hasSize(1);
        assertThat(tencent.calls).hasSize(before);

        clock.advance(Duration.ofMinutes(3));
        aliyun.answer = _ -> "{\"Code\":\"OK\",\"SmsSendDetailDTOs\":{\"SmsSendDetailDTO\":[]}}";
        assertThat(ask.handle(clock.instant())).isZero();
        assertThat(stateOf(silent)).isEqualTo("unknown by ali");
        aliyun.answer =
                _ ->
                        "{\"Code\":\"OK\",\"SmsSendDetailDTOs\":{\"SmsSendDetailDTO\":[{\"OutId\":\"%s\",\"SendStatus\":3}]}}"
                                .formatted(silent);
        assertThat(ask.handle(clock.instant())).isEqualTo(1);
        assertThat(stateOf(silent)).isEqualTo("delivered by ali");
        assertThat(aliyun.calls.getLast().headers().get("x-acs-action"))
                .isEqualTo("QuerySendDetails");
    }

    @Test
    @Capability("CH-01")
    void receiptsMoveAMessageUpOnlyAndAWordThatMeansNoEndsConsent() throws Exception {
        UUID reference = offer("transactional");
        deliverAll();
        String callback = callback("ali");
        for (String success : List.of("true", "false", "true")) {
            mvc.perform(
                            post(callback)
                                    .contentType("application/json")
                                    .content(
                                            """
                                            [{"phone_number": "%s", "success": %s, "out_id": "%s",
                                              "report_time": "2026-11-22 10:00:00"}]
                                            """
                                                    .formatted(who.phone(), success, reference)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.code").value(0));
            assertThat(stateOf(reference)).isEqualTo("delivered by ali");
        }
        mvc.perform(
                        post(callback)
                                .contentType("application/json")
                                .content(
                                        "[{\"phone_number\": \"%s\", \"content\": \"退订\", \"dest_code\": \"1\"}]"
                                                .formatted(who.phone())))
                .andExpect(status().isOk());
        assertThat(members.consent(member, "sms", "marketing").granted()).isFalse();
        mvc.perform(
                        post("/v1/vendor-news/ali/00000000000000000000000000000000")
                                .contentType("application/json")
                                .content("[]"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("VENDOR_NEWS_NOT_OURS"));
    }

    private String callback(String code) throws Exception {
        String body =
                mvc.perform(get("/v1/channel-accounts").with(SignIn.role("administrator")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(UTF_8);
        assertThat(body).doesNotContain(SECRET);
        int at = body.indexOf("/v1/vendor-news/" + code + "/");
        return body.substring(at, body.indexOf('"', at));
    }

    @Test
    void theSecretLiesSealedAndAnAccountWithoutOneIsRefused() throws Exception {
        assertThat(
                        jdbc.sql("select secret_sealed from channels.account where code = 'ali'")
                                .query((row, _) -> new String(row.getBytes(1), UTF_8))
                                .single())
                .doesNotContain(SECRET);
        mvc.perform(
                        put("/v1/channel-accounts/third")
                                .contentType("application/json")
                                .content(
                                        """
                                        {"vendor": "aliyun-sms", "purposes": ["marketing"],
                                         "keyId": "a", "position": 1, "active": true}
                                        """)
                                .with(SignIn.role("administrator")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/secret"));
    }
}
