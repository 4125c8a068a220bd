package dev.waystation.platform.engagement.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.outreach.PretendWecom.Task;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

/** Tasks somebody makes by hand: to groups, to Moments, to a segment. */
@PlatformIT
class GroupsAndMomentsIT extends WecomStage {

    private ResultActions make(String verb, String receivers) throws Exception {
        return mvc.perform(
                post("/v1/wecom-tasks" + verb)
                        .contentType("application/json")
                        .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                        .content("{\"template\": \"%s\", %s}".formatted(TEMPLATE, receivers))
                        .with(SignIn.staff("journeys.write", "messages.read")));
    }

    private String made(String receivers) throws Exception {
        String said =
                make("", receivers)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return JsonPath.read(said, "$.task.id");
    }

    private ResultActions look(String path) throws Exception {
        return mvc.perform(get(path).with(SignIn.staff("messages.read")));
    }

    private void ask(String id, String verb, int answer) throws Exception {
        mvc.perform(
                        post("/v1/wecom-tasks/" + id + verb)
                                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                                .with(SignIn.staff("journeys.write")))
                .andExpect(status().is(answer));
    }

    @Test
    @Capability("CH-05")
    void groupsGetWhatTheirOwnersSendAndWhatIsCancelledGivesTheMonthBack() throws Exception {
        wecom.chats.put("chat-a", "anna");
        wecom.chats.put("chat-b", "anna");
        wecom.chats.put("chat-c", "bela");
        reconcile.handle(clock.instant());
        String groups = "\"kind\": \"groups\", \"groups\": [\"chat-a\", \"chat-b\", \"chat-c\"]";
        int days =
                LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Shanghai"))
                        .lengthOfMonth();
        make(":preview", groups)
                .andExpect(jsonPath("$.allowed").value(days))
                .andExpect(jsonPath("$.steps[2].count").value(3));
        String id = made(groups);
        handOver();
        assertThat(wecom.called("add_msg_template")).hasSize(2);
        Task anna =
                wecom.tasks.values().stream()
                        .filter(task -> task.staff.equals("anna"))
                        .findFirst()
                        .orElseThrow();
        assertThat(anna.results).containsOnlyKeys("chat-a", "chat-b");
        wecom.send(anna, 1);
        pull();
        look("/v1/wecom-tasks/" + id)
                .andExpect(jsonPath("$.task.sent").value(2))
                .andExpect(jsonPath("$.staff[0].state").value("confirmed"))
                .andExpect(jsonPath("$.staff[1].state").value("staff_notified"));
        ask(id, ":remind", 204);
        pull();
        assertThat(wecom.called("remind_groupmsg_send")).hasSize(1);
        ask(id, ":cancel", 204);
        pull();
        assertThat(wecom.last().cancelled).isTrue();
        look("/v1/wecom-tasks/" + id).andExpect(jsonPath("$.staff[1].state").value("cancelled"));
        assertThat(used("chat-a")).isEqualTo(1);
        assertThat(used("chat-c")).as("given back").isZero();
        ask(id, ":cancel", 409);
    }

    private int used(String receiver) {
        return jdbc.sql(
                        """
                        select used from outreach.allowance
                        where account = :account and receiver = :receiver
                        """)
                .param("account", account)
                .param("receiver", receiver)
                .query(Integer.class)
                .single();
    }

    @Test
    @Capability("CH-05")
    void aGroupHasAsManyAMonthAsTheMonthHasDaysAndATaskTakesTwoThousandGroups() throws Exception {
        wecom.chats.put("chat-a", "anna");
        reconcile.handle(clock.instant());
        String groups = "\"kind\": \"groups\", \"groups\": [\"chat-a\"]";
        made(groups);
        jdbc.sql("update outreach.allowance set used = allowed where account = :account")
                .param("account", account)
                .update();
        make("", groups)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NOBODY_LEFT_TO_REACH"));
        String many =
                IntStream.range(0, 2_001)
                        .mapToObj(i -> "\"chat-" + i + "\"")
                        .collect(Collectors.joining(","));
        make("", "\"kind\": \"groups\", \"groups\": [" + many + "]")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("MORE_THAN_2000_GROUPS"));
    }

    @Test
    @Capability("CH-05")
    void momentsAreMadeInTheBackgroundPublishedByStaffAndCountForEveryCustomer() throws Exception {
        List<Long> known = known("anna", 2);
        String moments = "\"kind\": \"moments\", \"staff\": [\"anna\"]";
        make(":preview", moments)
                .andExpect(jsonPath("$.allowed").value(4))
                .andExpect(jsonPath("$.steps[2].count").value(known.size()));
        String id = made(moments);
        handOver();
        assertThat(wecom.called("add_moment_task")).hasSize(1);
        pull();
        look("/v1/wecom-tasks/" + id)
                .andExpect(jsonPath("$.staff[0].state").value("staff_notified"));
        ask(id, ":remind", 409);
        wecom.last().done = true;
        pull();
        String said =
                look("/v1/wecom-tasks/" + id)
                        .andExpect(jsonPath("$.staff[0].state").value("confirmed"))
                        .andExpect(jsonPath("$.task.sent").value(2))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String part = JsonPath.read(said, "$.staff[0].id");
        look("/v1/wecom-tasks/" + id + "/staff/" + part + "/receivers")
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].result").value("sent"))
                .andExpect(jsonPath("$.items[0].member").isNotEmpty());
    }
}
