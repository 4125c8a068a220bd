package dev.waystation.platform.engagement.messaging.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.messaging.ChannelAdapter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.SendOutcome;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.ContactAddress;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Mail over a real connection: what the server gets, and what each of its answers means. */
@PlatformIT
class MailIT {

    private static final ChannelAdapter.Letter LETTER =
            new ChannelAdapter.Letter(
                    UUID.fromString("00000000-0000-4000-8000-000000000007"),
                    1,
                    "marketing",
                    "test",
                    new ContactAddress("email", "reader@example.org"),
                    "出行提醒",
                    "您好，明天见。",
                    "mail-test",
                    Map.of(),
                    "");

    @Autowired UnsubscribeLinks links;
    @Autowired Outbox outbox;
    @Autowired Templates templates;
    @Autowired Members members;
    @Autowired ChangeConsents consents;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    private MailChannel channel(int port, String user) {
        return new MailChannel(
                new MailServer(
                        "127.0.0.1",
                        port,
                        user,
                        user.isEmpty() ? "" : "secret",
                        "care@example.com",
                        "returns@example.com",
                        Duration.ofSeconds(5)),
                links,
                clock);
    }

    @Test
    void aMailArrivesWithItsTextAndAWayOutThatOneClickTakes() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("reader@example.org", "reader", "none");
        server.setUser("care@example.com", "care", "secret");
        server.start();
        try {
            assertThat(channel(server.getSmtp().getPort(), "stranger").send(LETTER))
                    .as("whom the server does not know")
                    .isInstanceOf(Receipt.NotNow.class);
            Receipt receipt = channel(server.getSmtp().getPort(), "care").send(LETTER);
            assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(receipt).isEqualTo(new Receipt.Accepted(mail.getMessageID()));
            assertThat(mail.getSubject()).isEqualTo("出行提醒");
            assertThat(mail.getContent().toString()).startsWith("您好，明天见。");
            assertThat(mail.getAllRecipients()[0]).hasToString("reader@example.org");
            assertThat(mail.getHeader("List-Unsubscribe", null))
                    .isEqualTo("<" + links.of(LETTER.reference()) + ">");
            assertThat(mail.getHeader("List-Unsubscribe-Post", null))
                    .isEqualTo("List-Unsubscribe=One-Click");
        } finally {
            server.stop();
        }
    }

    @Test
    void theAnswerOfTheServerSaysWhetherTheMailMayBeTriedAgain() throws Exception {
        Map<String, Receipt> expected =
                Map.of(
                        "RCPT 550 no such user", new Receipt.NoSuchAddress("SMTP_550"),
                        "RCPT 451 come again", new Receipt.NotNow(Duration.ofMinutes(5)),
                        "END 554 no", new Receipt.Refused("SMTP_554"),
                        "END -", new Receipt.Unknown("<" + LETTER.reference() + "@example.com>"));
        for (var one : expected.entrySet()) {
            try (var server = new ScriptedMailServer(one.getKey())) {
                assertThat(channel(server.port(), "").send(LETTER))
                        .as(one.getKey())
                        .isEqualTo(one.getValue());
            }
        }
        int closed;
        try (var server = new ScriptedMailServer("RCPT 250")) {
            closed = server.port();
        }
        assertThat(channel(closed, "").send(LETTER))
                .isEqualTo(new Receipt.NotNow(Duration.ofMinutes(5)));
    }

    @Test
    void oneClickWithdrawsTheConsentAndNobodyCanClickForOthers() throws Exception {
        templates.publish(
                new Template.Draft("mail-test", new Said("提醒", "Note"), new Said("您好", "Hi")));
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        consents.handle(
                new ChangeConsents.Command(
                        member,
                        List.of(new ChangeConsents.Choice("email", "marketing", true)),
                        "member"));
        assertThat(offer(member, UUID.randomUUID()))
                .as("no address yet")
                .isInstanceOf(SendOutcome.Withheld.class);
        mvc.perform(
                        put("/v1/me/mail-address")
                                .contentType("application/json")
                                .content("{\"address\": \"not one\"}")
                                .with(SignIn.member(member)))
                .andExpect(status().isBadRequest());
        mvc.perform(
                        put("/v1/me/mail-address")
                                .contentType("application/json")
                                .content("{\"address\": \"reader@example.org\"}")
                                .with(SignIn.member(member)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.address").value("r***@example.org"));
        var reference = UUID.randomUUID();
        assertThat(offer(member, reference)).isNotInstanceOf(SendOutcome.Withheld.class);

        String link = links.of(reference);
        String path = link.substring(link.indexOf("/v1/"));
        String forged = path.substring(0, path.length() - 2) + (path.endsWith("AA") ? "BB" : "AA");
        mvc.perform(post(forged))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("UNSUBSCRIBE_LINK_IS_UNKNOWN"));
        assertThat(members.consent(member, "email", "marketing").granted()).isTrue();
        for (int i = 0; i < 2; i++) {
            mvc.perform(post(path))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.channel").value("email"));
        }
        assertThat(members.consent(member, "email", "marketing").granted()).isFalse();
        assertThat(
                        jdbc.sql("select reason from messaging.message where reference = :r")
                                .param("r", reference)
                                .query(String.class)
                                .single())
                .isEqualTo("OPTED_OUT");
    }

    private SendOutcome offer(long member, UUID reference) {
        return outbox.offer(
                new MessageOffer(
                        reference,
                        member,
                        "email",
                        "marketing",
                        "mail-test",
                        Map.of(),
                        "test",
                        null));
    }
}
