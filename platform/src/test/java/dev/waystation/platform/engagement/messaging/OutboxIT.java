package dev.waystation.platform.engagement.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.messaging.model.SendGate;
import dev.waystation.platform.engagement.messaging.usecase.DeliverDueMessages;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import dev.waystation.testkit.Capability;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class OutboxIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired Outbox outbox;
    @Autowired Templates templates;
    @Autowired DeliverDueMessages deliver;
    @Autowired Members members;
    @Autowired ChangeConsents consents;
    @Autowired FactPump pump;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired PlatformTransactionManager transactions;

    @BeforeEach
    void publishAText() {
        templates.publish(
                new Template.Draft(
                        "outbox-test",
                        new Said("感谢乘车", "Thank you"),
                        new Said("感谢您 {day} 的出行。", "Thank you for travelling on {day}.")));
    }

    private long memberWho(boolean agrees) {
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        say(member, agrees);
        return member;
    }

    private void say(long member, boolean agrees) {
        consents.handle(
                new ChangeConsents.Command(
                        member,
                        List.of(new ChangeConsents.Choice("sms", "marketing", agrees)),
                        "member"));
    }

    private static MessageOffer offer(long member, UUID reference) {
        return new MessageOffer(
                reference,
                member,
                "sms",
                "marketing",
                "outbox-test",
                Map.of("day", "2026-12-01"),
                "test",
                null);
    }

    /** The clock only runs forward, so each test goes to a later day. */
    private void moveToNext(int hour, int minute) {
        ZonedDateTime here = clock.instant().atZone(SHANGHAI);
        ZonedDateTime then = here.with(LocalTime.of(hour, minute));
        clock.moveTo((then.isAfter(here) ? then : then.plusDays(1)).toInstant());
    }

    private String statusOf(UUID reference) {
        return jdbc.sql("select status from messaging.message where reference = :reference")
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    private int deliverAll(Instant now) {
        int handled = 0;
        for (int batch = deliver.handle(now); batch > 0; batch = deliver.handle(now)) {
            handled += batch;
        }
        return handled;
    }

    @Test
    void anOfferRepeatedGetsTheAnswerOfTheFirstTime() {
        moveToNext(10, 0);
        long member = memberWho(true);
        UUID reference = UUID.randomUUID();
        SendOutcome first = outbox.offer(offer(member, reference));
        assertThat(first).isInstanceOf(SendOutcome.Queued.class);
        assertThat(outbox.offerAll(List.of(offer(member, reference), offer(member, reference))))
                .containsExactly(first, first);
        deliverAll(clock.instant());
        assertThat(statusOf(reference)).isEqualTo("delivered");
        assertThat(outbox.offer(offer(member, reference))).isEqualTo(first);
    }

    @Test
    void aMessageIsQueuedOnlyIfTheStepThatWantedItIsDone() {
        moveToNext(10, 0);
        long member = memberWho(true);
        UUID reference = UUID.randomUUID();
        var step = new TransactionTemplate(transactions);
        assertThatThrownBy(() ->
                        step.executeWithoutResult(_ -> {
                            outbox.offer(offer(member, reference));
                            throw new IllegalArgumentException("the step failed");
                        }))
                .hasMessage("the step failed");
        assertThat(
                        jdbc.sql("select count(*) from messaging.message where reference = :it")
                                .param("it", reference)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void aRefusalIsKeptWithItsReasonsAndShownToStaff() throws Exception {
        moveToNext(10, 0);
        long member = memberWho(false);
        SendOutcome outcome = outbox.offer(offer(member, UUID.randomUUID()));
        assertThat(outcome).isInstanceOf(SendOutcome.Withheld.class);
        mvc.perform(
                        get("/v1/messages")
                                .param("member", PublicId.encode("mbr", member))
                                .param("status", "withheld")
                                .with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].memberMasked").isNotEmpty())
                .andExpect(jsonPath("$.items[0].title.zh").value("感谢乘车"))
                .andExpect(
                        jsonPath("$.items[0].body.en")
                                .value("Thank you for travelling on 2026-12-01. Reply TD to stop"))
                .andExpect(jsonPath("$.items[0].why.reasons[0].code").value("MEMBER_IS_KNOWN"));
    }

    @Test
    @Capability("I11")
    void nothingLeavesTwiceAfterAnOptOutOverTheCapOrInQuietHours() throws Exception {
        moveToNext(20, 59);
        long capped = memberWho(true);
        int accepted = countQueued(offersInParallel(capped, 40));
        assertThat(accepted).as("the cap under 40 parallel offers").isEqualTo(SendGate.CAP);

        long late = memberWho(true);
        UUID justBeforeNine = UUID.randomUUID();
        assertThat(outbox.offer(offer(late, justBeforeNine)))
                .isInstanceOf(SendOutcome.Queued.class);
        moveToNext(21, 0);
        deliverAll(clock.instant());
        assertThat(statusOf(justBeforeNine)).as("queued by day, due by night").isEqualTo("delayed");

        long changesMind = memberWho(true);
        UUID atNight = UUID.randomUUID();
        SendOutcome delayed = outbox.offer(offer(changesMind, atNight));
        assertThat(delayed).isInstanceOf(SendOutcome.Delayed.class);
        say(changesMind, false);
        moveToNext(8, 0);
        // Delivery comes before the fact of the opt-out was read, and asks by itself.
        deliverAll(clock.instant());
        assertThat(statusOf(atNight)).isEqualTo("withheld");
        assertThat(statusOf(justBeforeNine)).isEqualTo("delivered");

        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from messaging.message
                                        where status = 'delivered' and purpose = 'marketing'
                                          and member_id not in
                                              (select member_id from membership.time_zone)
                                          and (closed_at at time zone 'Asia/Shanghai')::time
                                              not between '08:00' and '20:59:59'
                                        """)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void anOptOutTakesBackWhatWaitsInTheOutbox() {
        moveToNext(22, 0);
        long member = memberWho(true);
        UUID reference = UUID.randomUUID();
        outbox.offer(offer(member, reference));
        say(member, false);
        pump.drain();
        assertThat(statusOf(reference)).isEqualTo("withheld");
        pump.drain();
        assertThat(factsAbout(member, "messaging.MessageWithheld")).isEqualTo(1);
    }

    @Test
    void theCapOpensAgainAfterSevenDays() {
        moveToNext(10, 0);
        long member = memberWho(true);
        for (int i = 0; i < SendGate.CAP; i++) {
            assertThat(outbox.offer(offer(member, UUID.randomUUID())))
                    .isInstanceOf(SendOutcome.Queued.class);
        }
        assertThat(outbox.offer(offer(member, UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        SendOutcome.Withheld.class,
                        held -> assertThat(held.reason()).isEqualTo(WithheldReason.FREQUENCY_CAP));
        // the clock is everybody's: the messages are made older instead
        jdbc.sql(
                        """
                        update messaging.message set due_at = due_at - interval '7 days'
                        where member_id = :member
                        """)
                .param("member", member)
                .update();
        assertThat(outbox.offer(offer(member, UUID.randomUUID())))
                .isInstanceOf(SendOutcome.Queued.class);
    }

    private int factsAbout(long member, String type) {
        return jdbc.sql("select count(*) from foundation.fact where subject = :m and type = :t")
                .param("m", member)
                .param("t", type)
                .query(Integer.class)
                .single();
    }

    private List<SendOutcome> offersInParallel(long member, int count) throws Exception {
        var calls = new ArrayList<Callable<SendOutcome>>();
        for (int i = 0; i < count; i++) {
            calls.add(() -> outbox.offer(offer(member, UUID.randomUUID())));
        }
        var outcomes = new ArrayList<SendOutcome>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<SendOutcome> answer : threads.invokeAll(calls)) {
                outcomes.add(answer.get());
            }
        }
        return outcomes;
    }

    private static int countQueued(List<SendOutcome> outcomes) {
        return (int) outcomes.stream().filter(SendOutcome.Queued.class::isInstance).count();
    }
}
