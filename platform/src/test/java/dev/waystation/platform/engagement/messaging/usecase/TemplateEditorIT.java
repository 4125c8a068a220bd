package dev.waystation.platform.engagement.messaging.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.SendOutcome;
import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A text is written, looked at as three members, published, and sent or blocked. */
@PlatformIT
class TemplateEditorIT {

    private static final String TEXTS =
            """
            "title": {"zh": "提醒", "en": "Note"},
            "body": {"zh": "%s您好，%s 次请提前到站", "en": "Dear %s, be early for %s"}
            """;

    @Autowired Outbox outbox;
    @Autowired Members members;
    @Autowired MockMvc mvc;

    private ResultActions call(String path, String body) throws Exception {
        return mvc.perform(
                post(path)
                        .contentType("application/json")
                        .content(body)
                        .with(SignIn.role("operations")));
    }

    @Test
    @Capability("CH-10")
    @Capability("X8")
    void theEditorShowsThreePeopleTheirSegmentsTheCostAndWhoIsBlocked() throws Exception {
        String name = "{name|旅客}";
        call(
                        "/v1/message-templates:preview",
                        "{\"channel\": \"sms\", \"purpose\": \"marketing\", "
                                + TEXTS.formatted(name, "{train}", "{name|guest}", "{train}")
                                + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.required[0]").value("train"))
                .andExpect(jsonPath("$.optional[0]").value("name"))
                .andExpect(jsonPath("$.added.zh").value("拒收请回复TD"))
                .andExpect(jsonPath("$.people.length()").value(3))
                .andExpect(jsonPath("$.people[0].zh.text").value("【驿站】王晓明您好，G79 次请提前到站 拒收请回复TD"))
                .andExpect(jsonPath("$.people[0].zh.segments").value(1))
                .andExpect(jsonPath("$.people[0].zh.fenPerThousand").value(4500))
                .andExpect(jsonPath("$.people[2].zh.text").value("【驿站】旅客您好，G79 次请提前到站 拒收请回复TD"));
        call(
                        "/v1/message-templates:preview",
                        "{\"channel\": \"sms\", \"purpose\": \"service\", "
                                + TEXTS.formatted("{name}", "{train}", "{name}", "{train}")
                                + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added.zh").value(""))
                .andExpect(jsonPath("$.people[2].blocked[0]").value("name"))
                .andExpect(jsonPath("$.people[2].zh.text").value(""));
    }

    @Test
    @Capability("CH-10")
    void aMissingRequiredValueBlocksTheSendAndAFallbackDoesNot() throws Exception {
        call(
                        "/v1/message-templates",
                        "{\"code\": \"editor-test\", "
                                + TEXTS.formatted("{name|旅客}", "{train}", "{name|guest}", "{train}")
                                + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.placeholders.length()").value(1));
        assertThat(offer(Map.of("name", "王晓明", "train", " ")))
                .isInstanceOfSatisfying(
                        SendOutcome.Withheld.class,
                        held ->
                                assertThat(held.reason())
                                        .isEqualTo(WithheldReason.VALUE_IS_MISSING));
        assertThat(offer(Map.of("train", "G79"))).isInstanceOf(SendOutcome.Queued.class);
        call(
                        "/v1/message-templates",
                        "{\"code\": \"editor-test\", "
                                + TEXTS.formatted("{name.first}", "{train}", "{name}", "{train}")
                                + "}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/body"));
    }

    private SendOutcome offer(Map<String, String> values) {
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        return outbox.offer(
                new MessageOffer(
                        UUID.randomUUID(),
                        member,
                        "sms",
                        "transactional",
                        "editor-test",
                        values,
                        "test",
                        null));
    }
}
