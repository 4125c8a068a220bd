package dev.waystation.platform.engagement.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.messaging.usecase.ApplyReceipts;
import dev.waystation.platform.engagement.messaging.usecase.DeliverDueMessages;
import dev.waystation.platform.engagement.messaging.usecase.HearAnswers;
import dev.waystation.platform.engagement.messaging.usecase.ShowInbox;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.Registration;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What becomes of messages after the gate: the call, the receipts, the answers, the inbox. */
@PlatformIT
class TrackingIT {

    @Autowired Outbox outbox;
    @Autowired Templates templates;
    @Autowired DeliverDueMessages deliver;
    @Autowired ApplyReceipts receipts;
    @Autowired HearAnswers answers;
    @Autowired ShowInbox inbox;
    @Autowired Members members;
    @Autowired ChangeConsents consents;
    @Autowired FactPump pump;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    @BeforeEach
    void publishAText() {
        templates.publish(
                new Template.Draft(
                        "tracking-test", new Said("提醒", "Reminder"), new Said("您好", "Hello")));
    }

    private long member(Registration who, String... channels) {
        long member = members.register(who).value();
        List<ChangeConsents.Choice> choices = new ArrayList<>();
        for (String channel : channels) {
            choices.add(new ChangeConsents.Choice(channel, "marketing", true));
        }
        consents.handle(new ChangeConsents.Command(member, choices, "member"));
        return member;
    }

    private UUID offer(long member, String channel, String purpose) {
        UUID reference = UUID.randomUUID();
        outbox.offer(
                new MessageOffer(
                        reference,
                        member,
                        channel,
                        purpose,
                        "tracking-test",
                        Map.of(),
                        "test",
                        null));
        return reference;
    }

    private String statusOf(UUID reference) {
        return jdbc.sql("select status from messaging.message where reference = :reference")
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    private void deliverAll() {
        while (deliver.handle(clock.instant()) > 0) {
            assertThat(deliver).isNotNull();
        }
    }

    @Test
    @Capability("CH-08")
    void aCallThatNeverCameBackIsUnknownAndNeverSentAgainUntilAReceiptSaysMore() {
        long member = member(People.born(LocalDate.of(1990, 1, 1)), "sms");
        UUID reference = offer(member, "sms", "transactional");
        // the process died between the call and its answer
        jdbc.sql(
                        """
                        update messaging.message set status = 'sending', due_at = :at
                        where reference = :reference
                        """)
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("reference", reference)
                .update();
        deliverAll();
        deliver.giveUpLost(clock.instant());
        assertThat(statusOf(reference)).as("it may still come back").isEqualTo("sending");
        clock.advance(Duration.ofMinutes(11));
        deliver.giveUpLost(clock.instant());
        deliverAll();
        assertThat(statusOf(reference)).isEqualTo("unknown");

        Instant at = clock.instant();
        receipts.handle(List.of(new ApplyReceipts.Receipt(reference.toString(), "delivered", at)));
        assertThat(statusOf(reference)).isEqualTo("delivered");
        assertThat(offerAgain(reference, member)).as("same wish, same message").isEqualTo(1);
    }

    private int offerAgain(UUID reference, long member) {
        outbox.offer(
                new MessageOffer(
                        reference,
                        member,
                        "sms",
                        "transactional",
                        "tracking-test",
                        Map.of(),
                        "test",
                        null));
        return jdbc.sql("select count(*) from messaging.message where reference = :reference")
                .param("reference", reference)
                .query(Integer.class)
                .single();
    }

    @Test
    void receiptsInAnyOrderAndNumberEndInTheSamePlace() {
        var random = new Random(4);
        Instant at = clock.instant();
        for (int run = 0; run < 10; run++) {
            long member = member(People.born(LocalDate.of(1990, 1, 1)), "sms");
            UUID reference = offer(member, "sms", "transactional");
            deliverAll();
            jdbc.sql(
                            """
                            update messaging.message set status = 'accepted', vendor_reference = :v
                            where reference = :reference
                            """)
                    .param("v", "vendor-" + reference)
                    .param("reference", reference)
                    .update();
            List<ApplyReceipts.Receipt> all = new ArrayList<>();
            for (String status : List.of("accepted", "failed", "delivered", "read", "delivered")) {
                all.add(new ApplyReceipts.Receipt("vendor-" + reference, status, at));
            }
            Collections.shuffle(all, random);
            receipts.handle(all);
            receipts.handle(all);
            assertThat(statusOf(reference)).isEqualTo("read");
            pump.drain();
            assertThat(
                            jdbc.sql(
                                            """
                                            select count(*) from foundation.fact
                                            where subject = :m and type = 'messaging.MessageDelivered'
                                            """)
                                    .param("m", member)
                                    .query(Integer.class)
                                    .single())
                    .as("once by the sandbox, once by receipt, never for a repetition")
                    .isEqualTo(2);
        }
    }

    @Test
    void aBounceEndsTheAddressForEverythingAfterIt() {
        long member = member(People.born(LocalDate.of(1990, 1, 1)), "sms");
        UUID first = offer(member, "sms", "transactional");
        deliverAll();
        jdbc.sql("update messaging.message set status = 'accepted' where reference = :r")
                .param("r", first)
                .update();
        receipts.handle(
                List.of(new ApplyReceipts.Receipt("sandbox-" + first, "bounced", clock.instant())));
        assertThat(statusOf(first)).isEqualTo("failed");
        assertThat(statusOf(offer(member, "sms", "transactional"))).isEqualTo("withheld");
    }

    @Test
    @Capability("CH-11")
    void aWordThatMeansNoWithdrawsConsentAndTakesBackWhatWaitsAtOnce() throws Exception {
        Registration who = People.born(LocalDate.of(1990, 1, 1));
        long member = member(who, "sms", "inbox");
        UUID waiting = offer(member, "sms", "marketing");
        assertThat(statusOf(waiting)).isIn("queued", "delayed");
        assertThat(answers.handle(new HearAnswers.Command("sms", who.phone(), "谢谢")).optOut())
                .isFalse();
        mvc.perform(
                        post("/v1/message-answers")
                                .contentType("application/json")
                                .content(
                                        "{\"channel\": \"sms\", \"from\": \"%s\", \"text\": \" td \"}"
                                                .formatted(who.phone()))
                                .with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.members").value(1));
        assertThat(statusOf(waiting)).isEqualTo("withheld");
        assertThat(members.consent(member, "sms", "marketing").granted()).isFalse();
        assertThat(members.consent(member, "inbox", "marketing").granted()).isTrue();
        assertThat(statusOf(offer(member, "sms", "marketing"))).isEqualTo("withheld");
    }

    @Test
    @Capability("CH-07")
    void theInboxShowsWhatArrivedCountsWhatIsNewAndDropsWhatExpired() {
        long member = member(People.born(LocalDate.of(1990, 1, 1)), "inbox");
        Instant now = clock.instant();
        outbox.offer(
                new MessageOffer(
                        UUID.randomUUID(),
                        member,
                        "inbox",
                        "transactional",
                        "tracking-test",
                        Map.of(),
                        "test",
                        null,
                        now.plus(Duration.ofHours(2))));
        offer(member, "inbox", "transactional");
        deliverAll();
        ShowInbox.Inbox before = inbox.handle(member);
        assertThat(before.items()).hasSize(2);
        assertThat(before.unread()).isEqualTo(2);
        long first = PublicId.decode("msg", before.items().getFirst().id());
        assertThat(inbox.read(member, first)).isTrue();
        assertThat(inbox.read(member, first)).as("read once").isFalse();
        assertThat(inbox.read(member + 1, first)).as("somebody else's").isFalse();
        assertThat(inbox.handle(member).unread()).isEqualTo(1);
        clock.advance(Duration.ofHours(3));
        assertThat(inbox.handle(member).items()).hasSize(1);
    }
}
