package dev.waystation.platform.engagement.messaging.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.Recalls;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is learned of a message while it waits, or while its call is open. */
@PlatformIT
class LateNewsIT {

    @Autowired Outbox outbox;
    @Autowired Templates templates;
    @Autowired DeliverDueMessages deliver;
    @Autowired ApplyReceipts receipts;
    @Autowired KeepPeopleOut bars;
    @Autowired Recalls recalls;
    @Autowired Members members;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;

    private long member;

    @BeforeEach
    void publishATextAndRegisterAMember() {
        templates.publish(
                new Template.Draft("late-test", new Said("提醒", "Note"), new Said("您好", "Hi")));
        member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        deliverAll();
    }

    @Test
    @Capability("CH-01")
    void whoWasBarredWhileAMessageWaitedGetsItNoMore() {
        UUID waiting = offer("sms");
        bars.add(new KeepPeopleOut.Command(member, "sms", "asked at the counter", "staff:1"));
        UUID other = offer("inbox");
        deliverAll();
        assertThat(standing(waiting)).isEqualTo("withheld SUPPRESSED");
        assertThat(standing(other)).as("the control: another channel").isEqualTo("delivered");
    }

    @Test
    @Capability("CH-08")
    void aReceiptThatComesBeforeItsMessageIsKnownCountsOnceItIs() {
        UUID delivered = calling("sms");
        UUID bounced = calling("sms");
        UUID stranger = UUID.randomUUID();
        assertThat(
                        receipts.handle(
                                List.of(
                                        receipt(delivered, "delivered"),
                                        receipt(bounced, "bounced"),
                                        receipt(stranger, "delivered"))))
                .isZero();
        assertThat(receipts.catchUp(clock.instant())).as("nobody knows them yet").isZero();
        accepted(delivered);
        accepted(bounced);
        assertThat(receipts.catchUp(clock.instant())).isEqualTo(2);
        assertThat(standing(delivered)).isEqualTo("delivered");
        assertThat(standing(bounced)).isEqualTo("failed bounced");
        assertThat(standing(offer("sms"))).isEqualTo("withheld SUPPRESSED");
        assertThat(receipts.catchUp(clock.instant())).as("once").isZero();
    }

    @Test
    @Capability("CH-01")
    void whatIsRecalledWhileItsCallIsOpenDoesNotLeaveAtTheNextTry() {
        UUID recalled = calling("sms");
        UUID other = calling("sms");
        recalls.recall(List.of(recalled), List.of(member), clock.instant());
        assertThat(standing(recalled)).as("it may leave just now").isEqualTo("sending");
        comesBack(recalled);
        comesBack(other);
        deliverAll();
        assertThat(standing(recalled)).isEqualTo("withheld STALE");
        assertThat(standing(other)).as("the control").isEqualTo("delivered");
    }

    @Test
    @Capability("CH-08")
    void whatDiedOnItsWayIntoTheInboxIsPutThereAndWhatLeftTheHouseIsNot() {
        UUID inside = calling("inbox");
        UUID outside = calling("sms");
        clock.advance(Duration.ofMinutes(11));
        deliver.giveUpLost(clock.instant());
        deliverAll();
        assertThat(standing(inside)).isEqualTo("delivered");
        assertThat(standing(outside)).isEqualTo("unknown");
    }

    @Test
    void aMessageThatCannotBeWrittenCostsNobodyElseHisAnswer() {
        UUID broken = offer("inbox");
        UUID whole = offer("inbox");
        set(broken, "template_values = '[]'");
        deliverAll();
        assertThat(standing(whole)).isEqualTo("delivered");
        assertThat(standing(broken)).as("it is tried again").isEqualTo("delayed");
        set(broken, "template_values = '{}'");
        clock.advance(Duration.ofMinutes(10));
        deliverAll();
        assertThat(standing(broken)).isEqualTo("delivered");
    }

    private UUID offer(String channel) {
        UUID reference = UUID.randomUUID();
        outbox.offer(
                new MessageOffer(
                        reference,
                        member,
                        channel,
                        "transactional",
                        "late-test",
                        Map.of(),
                        "test",
                        null));
        return reference;
    }

    /** A message whose call has begun and not come back. */
    private UUID calling(String channel) {
        UUID reference = offer(channel);
        jdbc.sql(
                        """
                        update messaging.message set status = 'sending', due_at = :at
                        where reference = :reference
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reference", reference)
                .update();
        return reference;
    }

    private void accepted(UUID reference) {
        set(reference, "status = 'accepted', vendor_reference = 'late-" + reference + "'");
    }

    private void comesBack(UUID reference) {
        set(reference, "status = 'delayed'");
    }

    private void set(UUID reference, String what) {
        jdbc.sql("update messaging.message set " + what + " where reference = :reference")
                .param("reference", reference)
                .update();
    }

    private ApplyReceipts.Receipt receipt(UUID reference, String status) {
        return new ApplyReceipts.Receipt("late-" + reference, status, clock.instant());
    }

    private String standing(UUID reference) {
        return jdbc.sql(
                        """
                        select concat_ws(' ', status, reason) from messaging.message
                        where reference = :reference
                        """)
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    private void deliverAll() {
        while (deliver.handle(clock.instant()) > 0) {
            assertThat(deliver).isNotNull();
        }
    }
}
