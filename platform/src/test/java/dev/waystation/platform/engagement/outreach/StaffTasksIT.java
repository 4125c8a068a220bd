package dev.waystation.platform.engagement.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.outreach.PretendWecom.Task;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A message over WeCom is a task of staff: gathered, confirmed, reminded, expired, never doubled.
 */
@PlatformIT
class StaffTasksIT extends WecomStage {

    private final String source = "journey/" + UUID.randomUUID();

    @Test
    @Capability("CH-05")
    void theSameTextForCustomersOfOneMemberOfStaffIsOneTaskAndEveryCustomerHasAResult() {
        List<Long> anna = known("anna", 3);
        List<Long> bela = known("bela", 1);
        UUID first = offer(anna.get(0), source);
        UUID second = offer(anna.get(1), source);
        UUID third = offer(anna.get(2), source);
        UUID other = offer(bela.getFirst(), source);
        deliver();
        assertThat(fate(first)).isEqualTo("accepted");
        assertThat(states(source)).containsExactly("created", "created");
        assertThat(wecom.called("add_msg_template")).as("gathering calls nobody").isEmpty();

        handOver();
        assertThat(wecom.called("add_msg_template")).hasSize(2);
        assertThat(states(source)).containsExactly("staff_notified", "staff_notified");
        Task toAnna =
                wecom.tasks.values().stream()
                        .filter(task -> task.staff.equals("anna"))
                        .findFirst()
                        .orElseThrow();
        assertThat(toAnna.asked.path("text").path("content").asString()).isEqualTo("周末见");
        assertThat(toAnna.results)
                .containsOnlyKeys(
                        external(anna.get(0)), external(anna.get(1)), external(anna.get(2)));

        toAnna.results.put(external(anna.get(1)), 2);
        toAnna.results.put(external(anna.get(2)), 3);
        wecom.send(toAnna, 1);
        pull();
        assertThat(fate(first)).isEqualTo("delivered");
        assertThat(fate(second)).startsWith("failed");
        assertThat(fate(third)).startsWith("failed");
        assertThat(fate(other)).as("bela has not sent yet").isEqualTo("accepted");
        assertThat(states(source)).containsExactly("partly_sent", "staff_notified");

        wecom.send(wecom.last(), 1);
        wecom.tasks.values().forEach(task -> wecom.send(task, 1));
        pull();
        assertThat(fate(other)).isEqualTo("delivered");
        assertThat(states(source)).containsExactly("partly_sent", "confirmed");
        int pulled = wecom.called("get_groupmsg_send_result").size();
        pull();
        assertThat(wecom.called("get_groupmsg_send_result"))
                .as("what has ended is asked about no more")
                .hasSize(pulled);
    }

    @Test
    @Capability("CH-05")
    void aCallThatFellSilentIsLookedForAndNeverMadeTwice() {
        long member = known("anna", 1).getFirst();
        UUID reference = offer(member, source);
        deliver();
        wecom.swallows = "add_msg_template";
        handOver();
        assertThat(states(source)).containsExactly("unknown");
        wecom.swallows = "none";
        handOver();
        assertThat(states(source)).as("found where it was made").containsExactly("staff_notified");
        assertThat(wecom.called("add_msg_template")).hasSize(1);
        wecom.send(wecom.last(), 1);
        pull();
        assertThat(fate(reference)).isEqualTo("delivered");
    }

    @Test
    @Capability("CH-05")
    void whatWecomDoesNotListAnHourLaterWasNotMadeAndGivesTheDayBack() {
        long member = known("anna", 1).getFirst();
        UUID reference = offer(member, source);
        deliver();
        wecom.swallows = "add_msg_template";
        wecom.instead.put("add_msg_template", "");
        handOver();
        assertThat(states(source)).containsExactly("unknown");
        wecom.swallows = "none";
        wecom.instead.clear();
        handOver();
        assertThat(states(source)).as("too soon to say").containsExactly("unknown");
        clock.advance(Duration.ofMinutes(61));
        handOver();
        assertThat(states(source)).containsExactly("refused");
        assertThat(fate(reference)).startsWith("failed");
        assertThat(wecom.called("add_msg_template")).hasSize(1);
        UUID again = offer(member, source + "/2", "transactional");
        deliver();
        assertThat(fate(again)).isEqualTo("accepted");
    }

    @Test
    @Capability("CH-05")
    void aCustomerGetsOneBroadcastADayOfWhateverTaskAndTheNextWaitsForTomorrow() {
        long member = known("anna", 1).getFirst();
        UUID first = offer(member, source);
        deliver();
        UUID second = offer(member, source + "/2", "transactional");
        deliver();
        assertThat(fate(first)).isEqualTo("accepted");
        assertThat(fate(second)).isEqualTo("delayed");
        handOver();
        clock.advance(Duration.ofDays(1));
        deliver();
        assertThat(fate(second)).isEqualTo("accepted");
    }

    @Test
    @Capability("CH-05")
    void staffIsRemindedOnceAndAfterThreeDaysNobodySendsAnyMore() {
        long member = known("anna", 1).getFirst();
        UUID reference = offer(member, source);
        deliver();
        handOver();
        pull();
        assertThat(wecom.called("remind_groupmsg_send")).isEmpty();
        clock.advance(Duration.ofHours(4));
        pull();
        pull();
        clock.advance(Duration.ofDays(1));
        pull();
        assertThat(wecom.called("remind_groupmsg_send")).hasSize(1);
        clock.advance(Duration.ofDays(2));
        pull();
        assertThat(wecom.last().cancelled).isTrue();
        assertThat(states(source)).containsExactly("expired");
        assertThat(fate(reference)).startsWith("failed");
    }

    @Test
    void whomNobodyOfTheStaffKnowsGetsNothingByWecom() {
        long member = known("anna");
        UUID reference = offer(member, source);
        deliver();
        assertThat(fate(reference)).isEqualTo("failed NO_STAFF_KNOWS_MEMBER");
    }

    @Test
    void aReconcileThatBrokeOffForgetsNobodyAndAWholeOneForgetsWhoLeft() {
        long member = known("anna", 1).getFirst();
        wecom.contacts.clear();
        clock.advance(Duration.ofDays(1));
        wecom.instead.put("list", "{\"errcode\": 45009}");
        assertThat(reconcile.handle(clock.instant())).isZero();
        assertThat(known(member)).isTrue();
        wecom.instead.clear();
        assertThat(reconcile.handle(clock.instant())).isEqualTo(1);
        assertThat(known(member)).isFalse();
    }

    private boolean known(long member) {
        return jdbc.sql(
                        """
                        select exists (select 1 from outreach.customer where member_id = :member)
                        """)
                .param("member", member)
                .query(Boolean.class)
                .single();
    }
}
