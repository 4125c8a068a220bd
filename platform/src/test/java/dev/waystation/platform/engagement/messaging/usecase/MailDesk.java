package dev.waystation.platform.engagement.messaging.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.SendOutcome;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A published mail in blocks, readers with addresses, and messages that leave. */
@PlatformIT
abstract class MailDesk {

    private static final String BLOCKS =
            """
            [{"kind": "HEADING", "text": {"zh": "冬季出行", "en": "Winter"}},
             {"kind": "TEXT", "text": {"zh": "{name|旅客}，下雪了", "en": "Dear {name|guest}, it snows"}},
             {"kind": "PICTURE", "text": {"zh": "雪山", "en": "A hill"}, "source": "/app/hill.jpg"},
             {"kind": "COLUMNS",
              "left": [{"kind": "TEXT", "text": {"zh": "左", "en": "left"}}],
              "right": [{"kind": "DIVIDER"}]},
             {"kind": "BUTTON", "text": {"zh": "去看看", "en": "See more"}, "link": "/app/coupons"}]
            """;

    @Autowired UnsubscribeLinks links;
    @Autowired DeliverDueMessages deliver;
    @Autowired Outbox outbox;
    @Autowired Members members;
    @Autowired ChangeConsents consents;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    final String code = "mail-" + UUID.randomUUID().toString().substring(0, 8);

    /** Advertising waits at night, and the clock may stand anywhere. */
    @BeforeEach
    void itIsDay() {
        ZonedDateTime here = clock.instant().atZone(VenueZone.DEFAULT);
        if (here.getHour() < 9 || here.getHour() > 19) {
            ZonedDateTime ten = here.with(LocalTime.of(10, 0));
            clock.moveTo((ten.isAfter(here) ? ten : ten.plusDays(1)).toInstant());
        }
    }

    @BeforeEach
    void publish() throws Exception {
        mvc.perform(
                        post("/v1/message-templates")
                                .contentType("application/json")
                                .content(
                                        "{\"code\": \""
                                                + code
                                                + "\", \"title\": {\"zh\": \"冬\", \"en\": \"Winter\"},"
                                                + " \"blocks\": "
                                                + BLOCKS
                                                + "}")
                                .with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.blocks.length()").value(5))
                .andExpect(jsonPath("$.blocks[4].link").value("/app/coupons"));
    }

    long reader(String address) throws Exception {
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        consents.handle(
                new ChangeConsents.Command(
                        member,
                        List.of(new ChangeConsents.Choice("email", "marketing", true)),
                        "member"));
        mvc.perform(
                        put("/v1/me/mail-address")
                                .contentType("application/json")
                                .content("{\"address\": \"" + address + "\"}")
                                .with(SignIn.member(member)))
                .andExpect(status().isOk());
        return member;
    }

    UUID send(long member) {
        var reference = UUID.randomUUID();
        SendOutcome outcome =
                outbox.offer(
                        new MessageOffer(
                                reference,
                                member,
                                "email",
                                "marketing",
                                code,
                                Map.of("name", "<i>王</i>", "language", "en"),
                                "test",
                                null));
        assertThat(outcome).isNotInstanceOf(SendOutcome.Withheld.class);
        deliver.handle(clock.instant());
        return reference;
    }

    String standing(UUID reference) {
        return jdbc.sql("select status from messaging.message where reference = :r")
                .param("r", reference)
                .query(String.class)
                .single();
    }
}
