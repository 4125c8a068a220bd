package dev.waystation.platform.engagement.channels.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.channels.model.VendorText;
import dev.waystation.platform.engagement.channels.store.ChannelAddresses;
import dev.waystation.platform.engagement.channels.store.QuotaLedger;
import dev.waystation.platform.engagement.channels.store.TextStore;
import dev.waystation.platform.engagement.channels.store.VendorAccountStore;
import dev.waystation.platform.engagement.messaging.LaneLimits;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.messaging.usecase.DeliverDueMessages;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Push and WeChat over real connections: devices come and go, and a yes wears out. */
@PlatformIT
class AppChannelsIT {

    private static final String TEMPLATE = "app-channels";

    @Autowired Outbox outbox;
    @Autowired Templates templates;
    @Autowired DeliverDueMessages deliver;
    @Autowired Members members;
    @Autowired ChannelAddresses addresses;
    @Autowired QuotaLedger quota;
    @Autowired VendorAccountStore accounts;
    @Autowired TextStore texts;
    @Autowired KeptAccounts kept;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    private PretendVendor vendor;
    private long member;

    @BeforeEach
    void openAnAccountWithEach() throws Exception {
        templates.publish(
                new Template.Draft(
                        TEMPLATE,
                        new Said("到站提醒", "Arrival"),
                        new Said("{train} 到站", "{train} is in")));
        while (deliver.handle(clock.instant()) > 0) {
            assertThat(deliver).isNotNull();
        }
        vendor = new PretendVendor(AppChannelsIT::well);
        member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        account("push", "jpush", "push", Map.of("vendorChannels", "huawei,xiaomi"));
        account("mini", "wechat-subscription", "miniapp", Map.of("page", "pages/trip"));
        account("official", "wechat-template", "wechat", Map.of());
    }

    private static String well(PretendVendor.Call call) {
        return call.path().endsWith("/token")
                ? "{\"access_token\": \"token-1\", \"expires_in\": 7200}"
                : "{\"errcode\": 0, \"msg_id\": \"%1$s\", \"msgid\": \"%1$s\"}"
                        .formatted(UUID.randomUUID());
    }

    @AfterEach
    void closeTheAccounts() {
        vendor.close();
        jdbc.sql("delete from channels.account").update();
        kept.forget();
    }

    private void account(String code, String kind, String channel, Map<String, String> settings) {
        accounts.put(
                new VendorAccount(
                        code,
                        kind,
                        channel,
                        List.of("transactional"),
                        vendor.address(),
                        "app",
                        "secret",
                        settings,
                        LaneLimits.CUSTOMARY,
                        1,
                        true));
        texts.put(new VendorText(code, TEMPLATE, "tpl-1", "", List.of("thing1=train")));
        kept.forget();
    }

    private String send(String channel) {
        UUID reference = UUID.randomUUID();
        outbox.offer(
                new MessageOffer(
                        reference,
                        member,
                        channel,
                        "transactional",
                        TEMPLATE,
                        Map.of("train", "G79"),
                        "test",
                        null));
        deliver.handle(clock.instant());
        return jdbc.sql(
                        """
                        select status || coalesce(' ' || reason, '') from messaging.message
                        where reference = :reference
                        """)
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    private void seen(long who, String channel, String address) throws Exception {
        mvc.perform(
                        put("/v1/me/channel-address")
                                .contentType("application/json")
                                .content(
                                        "{\"channel\": \"%s\", \"address\": \"%s\"}"
                                                .formatted(channel, address))
                                .with(SignIn.member(who)))
                .andExpect(status().isNoContent());
    }

    @Test
    @Capability("CH-03")
    void aPushGoesToTheNewestDeviceByThePhoneMakersChannels() throws Exception {
        assertThat(send("push")).isEqualTo("withheld NO_ADDRESS");
        seen(member, "push", "device-old-" + member);
        clock.advance(Duration.ofMinutes(1));
        seen(member, "push", "device-new-" + member);
        assertThat(send("push")).isEqualTo("accepted");
        PretendVendor.Call call = vendor.calls.getLast();
        assertThat(call.path()).isEqualTo("/v3/push");
        assertThat(call.headers().get("Authorization")).isEqualTo("Basic YXBwOnNlY3JldA==");
        assertThat(call.body())
                .contains("\"registration_id\":[\"device-new-" + member + "\"]")
                .contains("\"huawei\":{\"distribution\":\"secondary_push\"}")
                .contains("G79 到站");
    }

    @Test
    @Capability("CH-03")
    void aDeviceThatIsGoneIsForgottenAndOneThatChangesHandsTellsItsFormerOwnerNothing()
            throws Exception {
        seen(member, "push", "device-a-" + member);
        clock.advance(Duration.ofMinutes(1));
        seen(member, "push", "device-b-" + member);
        vendor.answer = _ -> "{\"error\": {\"code\": 1011, \"message\": \"no such device\"}}";
        assertThat(send("push")).isEqualTo("failed JPUSH_1011");
        vendor.answer = AppChannelsIT::well;
        assertThat(send("push")).isEqualTo("accepted");
        assertThat(vendor.calls.getLast().body()).contains("device-a-" + member);

        long other = members.register(People.born(LocalDate.of(1991, 1, 1))).value();
        seen(other, "push", "device-a-" + member);
        assertThat(send("push"))
                .as("the device is somebody else's now")
                .isEqualTo("withheld NO_ADDRESS");
        for (int i = 0; i < 8; i++) {
            seen(other, "push", "device-%d-%d".formatted(i, other));
        }
        assertThat(
                        jdbc.sql("select count(*) from channels.address where member_id = :member")
                                .param("member", other)
                                .query(Integer.class)
                                .single())
                .isEqualTo(5);
        clock.advance(Duration.ofDays(271));
        assertThat(addresses.address(other, "push")).as("not seen for nine months").isEmpty();
    }

    @Test
    @Capability("CH-04")
    void oneYesIsOneMessageAndARefusalByTheMemberEndsTheRest() throws Exception {
        seen(member, "miniapp", "openid-" + member);
        assertThat(send("miniapp")).isEqualTo("failed NO_SUBSCRIPTION_LEFT");
        allow(false, 1);
        assertThat(send("miniapp")).isEqualTo("accepted");
        PretendVendor.Call call = vendor.calls.getLast();
        assertThat(call.path()).isEqualTo("/cgi-bin/message/subscribe/send");
        assertThat(call.query()).isEqualTo("access_token=token-1");
        assertThat(call.body())
                .contains("\"touser\":\"openid-" + member + "\"")
                .contains("\"page\":\"pages/trip\"")
                .contains("\"thing1\":{\"value\":\"G79\"}");
        assertThat(send("miniapp")).isEqualTo("failed NO_SUBSCRIPTION_LEFT");

        allow(false, 1);
        allow(false, 2);
        vendor.answer = answer("{\"errcode\": 47003, \"errmsg\": \"argument invalid\"}");
        assertThat(send("miniapp")).as("given back").isEqualTo("failed WECHAT_47003");
        vendor.answer = answer("{\"errcode\": 43101, \"errmsg\": \"user refuse\"}");
        assertThat(send("miniapp")).isEqualTo("failed WECHAT_43101");
        vendor.answer = AppChannelsIT::well;
        assertThat(send("miniapp")).isEqualTo("failed NO_SUBSCRIPTION_LEFT");

        allow(true, 1);
        assertThat(send("miniapp")).isEqualTo("accepted");
        assertThat(send("miniapp")).as("a long-term yes does not wear out").isEqualTo("accepted");
    }

    private static Function<PretendVendor.Call, String> answer(String text) {
        return call -> call.path().endsWith("/token") ? well(call) : text;
    }

    private void allow(boolean longTerm, int left) throws Exception {
        mvc.perform(
                        post("/v1/me/subscriptions")
                                .contentType("application/json")
                                .content(
                                        "{\"template\": \"%s\", \"longTerm\": %s}"
                                                .formatted(TEMPLATE, longTerm))
                                .with(SignIn.member(member)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].left").value(left));
    }

    @Test
    @Capability("CH-04")
    void anOfficialAccountWritesToFollowersAndFetchesANewTokenWhenTheOldOneEnds() {
        assertThat(send("wechat")).isEqualTo("failed MEMBER_DOES_NOT_FOLLOW");
        addresses.seen(member, "wechat", "follower-" + member);
        int[] asked = {0};
        vendor.answer =
                call ->
                        call.path().endsWith("/token")
                                ? "{\"access_token\": \"t-%d\", \"expires_in\": 7200}"
                                        .formatted(++asked[0])
                                : call.query().endsWith("t-1")
                                        ? "{\"errcode\": 40001, \"errmsg\": \"invalid\"}"
                                        : "{\"errcode\": 0, \"msgid\": 7}";
        account("official-2", "wechat-template", "wechat", Map.of());
        jdbc.sql("delete from channels.account where code = 'official'").update();
        kept.forget();
        assertThat(send("wechat")).isEqualTo("accepted");
        assertThat(vendor.calls.getLast().query()).isEqualTo("access_token=t-2");
        assertThat(vendor.calls.getLast().body())
                .contains("\"touser\":\"follower-" + member + "\"");
    }

    @Test
    @Capability("CH-04")
    void sixtyFourAtOnceTakeNoMoreThanTheMemberAllowed() throws Exception {
        for (int i = 0; i < 10; i++) {
            quota.grant(member, TEMPLATE, false);
        }
        assertThat(taken(64)).isEqualTo(10);
        quota.grant(member, TEMPLATE, true);
        assertThat(taken(64)).as("the control: nothing to run out of").isEqualTo(64);
    }

    private int taken(int clients) throws Exception {
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            calls.add(() -> quota.take(member, TEMPLATE));
        }
        int taken = 0;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (Future<Boolean> each : threads.invokeAll(calls)) {
                taken += each.get() ? 1 : 0;
            }
        }
        return taken;
    }
}
