package dev.waystation.platform.engagement.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.StubbornRow;
import dev.waystation.platform.engagement.channels.store.ChannelAddresses;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.messaging.usecase.CascadeMessages;
import dev.waystation.platform.engagement.messaging.usecase.CascadeMessages.Standing;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.EachAlone;
import dev.waystation.platform.foundation.jobs.Turn;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cheapest channel that reaches a member first, and the next one only when nothing arrived. */
@PlatformIT
class CascadeIT {

    @Autowired CascadeMessages cascades;
    @Autowired Templates templates;
    @Autowired Members members;
    @Autowired ChangeConsents consents;
    @Autowired ChannelAddresses addresses;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;

    private long member;

    @BeforeEach
    void publishATextAndRegisterAMember() {
        templates.publish(
                new Template.Draft("cascade-test", new Said("提醒", "Note"), new Said("您好", "Hi")));
        member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
    }

    private Standing begin(UUID reference, String purpose) {
        return cascades.handle(
                new CascadeMessages.Command(
                        reference, member, purpose, "cascade-test", Map.of(), List.of(), 60));
    }

    private Standing transactional(UUID reference) {
        return begin(reference, "transactional");
    }

    private void set(String channel, String status) {
        jdbc.sql(
                        """
                        update messaging.message set status = :status,
                            reason = case when :status = 'failed' then 'X' end
                        where member_id = :member and channel = :channel
                        """)
                .param("status", status)
                .param("member", member)
                .param("channel", channel)
                .update();
    }

    private void later(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
        lookAtAll();
    }

    private void lookAtAll() {
        EachAlone.pages(
                Turn.firstReference(),
                after -> cascades.due(clock.instant(), after),
                reference -> cascades.advance(reference, clock.instant()));
    }

    /** Channels over which something left or will, in order. */
    private List<@Nullable String> sent() {
        return jdbc.sql(
                        """
                        select channel from messaging.message
                        where member_id = :member and status <> 'withheld' order by message_id
                        """)
                .param("member", member)
                .query(String.class)
                .list();
    }

    @Test
    @Capability("CH-13")
    void whoHasNoDeviceGetsATextMessageAtOnce() {
        assertThat(transactional(UUID.randomUUID())).isEqualTo(new Standing("trying", "sms"));
        assertThat(sent()).containsExactly("sms");
    }

    @Test
    @Capability("CH-13")
    void whatArrivedOrWasReadCostsNoTextMessage() {
        addresses.seen(member, "push", "device-of-" + member);
        addresses.seen(member, "miniapp", "openid-of-" + member);
        UUID reference = UUID.randomUUID();
        assertThat(transactional(reference)).isEqualTo(new Standing("trying", "push"));
        set("push", "accepted");
        later(30);
        assertThat(sent()).as("still in time").containsExactly("push");
        later(31);
        assertThat(sent()).containsExactly("push", "miniapp");
        set("miniapp", "read");
        later(600);
        assertThat(sent()).containsExactly("push", "miniapp");
        assertThat(transactional(reference)).isEqualTo(new Standing("reached", "miniapp"));
    }

    @Test
    @Capability("CH-13")
    void aChannelThatCouldNotSendAtFirstHasItsWholePatienceFromWhenItDid() {
        addresses.seen(member, "push", "device-of-" + member);
        transactional(UUID.randomUUID());
        set("push", "delayed");
        later(70);
        jdbc.sql("update messaging.message set due_at = :at where member_id = :member")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("member", member)
                .update();
        set("push", "accepted");
        later(2);
        assertThat(sent()).as("accepted two minutes ago").containsExactly("push");
        later(60);
        assertThat(sent()).containsExactly("push", "sms");
    }

    @Test
    void oneThatCannotGoOnKeepsNoOtherBack() {
        addresses.seen(member, "push", "device-of-" + member);
        UUID broken = UUID.randomUUID();
        transactional(broken);
        member = members.register(People.born(LocalDate.of(1991, 1, 1))).value();
        addresses.seen(member, "push", "device-of-" + member);
        transactional(UUID.randomUUID());
        set("push", "failed");
        clock.advance(Duration.ofMinutes(2));
        try (var stuck =
                new StubbornRow(jdbc, "messaging.cascade", "old.reference = '" + broken + "'")) {
            assertThatThrownBy(this::lookAtAll).hasMessageContaining("stubborn");
            assertThat(sent()).as("%s", stuck).containsExactly("push", "sms");
        }
        lookAtAll();
    }

    @Test
    @Capability("CH-13")
    void aFailureGoesOnAtOnceAndWhatNobodyKnowsOfHoldsTheRestBack() {
        addresses.seen(member, "push", "device-of-" + member);
        addresses.seen(member, "miniapp", "openid-of-" + member);
        transactional(UUID.randomUUID());
        set("push", "failed");
        later(2);
        assertThat(sent()).containsExactly("push", "miniapp");
        set("miniapp", "unknown");
        later(600);
        assertThat(sent()).as("it may have left").containsExactly("push", "miniapp");
        set("miniapp", "failed");
        later(2);
        assertThat(sent()).containsExactly("push", "miniapp", "sms");
        set("sms", "failed");
        later(2);
        assertThat(sent()).containsExactly("push", "miniapp", "sms");
    }

    @Test
    @Capability("CH-13")
    void aChannelTheMemberDoesNotAllowIsPassedBy() {
        addresses.seen(member, "push", "device-of-" + member);
        addresses.seen(member, "miniapp", "openid-of-" + member);
        consents.handle(
                new ChangeConsents.Command(
                        member,
                        List.of(new ChangeConsents.Choice("wechat", "marketing", true)),
                        "member"));
        assertThat(begin(UUID.randomUUID(), "marketing"))
                .isEqualTo(new Standing("trying", "miniapp"));
    }

    @Test
    void sixtyFourWhoBeginTheSameSendOne() throws Exception {
        UUID reference = UUID.randomUUID();
        List<Callable<Standing>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            calls.add(() -> transactional(reference));
        }
        try (var threads = Executors.newFixedThreadPool(64)) {
            for (Future<Standing> each : threads.invokeAll(calls)) {
                assertThat(each.get().channel()).isEqualTo("sms");
            }
        }
        assertThat(sent()).hasSize(1);
        transactional(UUID.randomUUID());
        assertThat(sent()).as("the control: another wish is another message").hasSize(2);
    }
}
