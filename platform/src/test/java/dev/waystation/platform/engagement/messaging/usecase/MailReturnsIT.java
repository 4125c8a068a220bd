package dev.waystation.platform.engagement.messaging.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.ReturnBox;
import dev.waystation.platform.engagement.messaging.SendOutcome;
import dev.waystation.platform.engagement.messaging.store.ReturnedMailRows;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.testkit.Capability;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** What mail houses send back: which addresses end, and how a person brings one back. */
class MailReturnsIT extends MailDesk {

    @Autowired HearReturns returns;
    @Autowired ReturnedMailRows returned;
    @Autowired ApplyReceipts receipts;
    @Autowired PlatformTransactionManager transactions;

    @Test
    @Capability("CH-02")
    void anAddressThatIsNoneAndAComplaintEndItAndAFullMailboxDoesNot() throws Exception {
        long gone = reader("bounce@example.org");
        long full = reader("full@example.org");
        long angry = reader("complain@example.org");
        UUID bounced = send(gone);
        UUID refused = send(full);
        UUID complained = send(angry);
        assertThat(returns.handle()).isEqualTo(3);
        assertThat(returns.handle()).isZero();
        assertThat(standing(bounced)).isEqualTo("failed");
        assertThat(standing(refused)).isEqualTo("failed");
        assertThat(standing(complained)).isEqualTo("failed");
        keptOut(gone, "bounced: 5.1.1 550 5.1.1 no such user");
        keptOut(angry, "complained: abuse abuse");
        mvc.perform(get("/v1/kept-out?member=" + id(full)).with(SignIn.role("operations")))
                .andExpect(jsonPath("$.items.length()").value(0));
        assertThat(offerAgain(gone)).isInstanceOf(SendOutcome.Withheld.class);
        assertThat(offerAgain(full))
                .as("it may have room again")
                .isNotInstanceOf(SendOutcome.Withheld.class);
        mvc.perform(
                        post("/v1/kept-out/" + id(gone) + ":lift")
                                .contentType("application/json")
                                .content(
                                        "{\"channel\": \"email\", \"reason\": \"mailbox is back\"}")
                                .with(SignIn.role("administrator")))
                .andExpect(status().isNoContent());
        assertThat(offerAgain(gone)).isNotInstanceOf(SendOutcome.Withheld.class);
    }

    private void keptOut(long member, String reason) throws Exception {
        mvc.perform(get("/v1/kept-out?member=" + id(member)).with(SignIn.role("operations")))
                .andExpect(jsonPath("$.items[0].channel").value("email"))
                .andExpect(jsonPath("$.items[0].reason").value(reason));
    }

    private static String id(long member) {
        return PublicId.encode("mbr", member);
    }

    private SendOutcome offerAgain(long member) {
        return outbox.offer(
                new MessageOffer(
                        UUID.randomUUID(),
                        member,
                        "email",
                        "marketing",
                        code,
                        Map.of(),
                        "test",
                        null));
    }

    @Test
    @Capability("CH-02")
    void aRealMailboxIsReadOnceAndWhatIsNoReportStays() throws Exception {
        UUID bounced = send(reader("d@example.org"));
        String messageId =
                jdbc.sql("select vendor_reference from messaging.message where reference = :r")
                        .param("r", bounced)
                        .query(String.class)
                        .single();
        for (String protocol : new String[] {"imap", "pop3"}) {
            var server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
            var user = server.setUser("returns@example.com", "returns", "secret");
            server.start();
            try {
                user.deliver(mail("Subject: hello\r\n\r\nCan you call me?\r\n"));
                user.deliver(mail(report(messageId)));
                int port =
                        protocol.equals("imap")
                                ? server.getImap().getPort()
                                : server.getPop3().getPort();
                ReturnBox box =
                        new MailboxOfReturns(
                                new MailboxOfReturns.Box(
                                        protocol,
                                        "127.0.0.1",
                                        port,
                                        "returns",
                                        "secret",
                                        Duration.ofSeconds(5)));
                var hears = new HearReturns(List.of(box), returned, receipts, transactions, clock);
                assertThat(hears.handle()).as(protocol).isEqualTo(2);
                assertThat(hears.handle()).as(protocol + " again").isZero();
            } finally {
                server.stop();
            }
        }
        assertThat(
                        jdbc.sql(
                                        "select count(*) from messaging.returned_mail where vendor_reference = :r and kind = 'bounced'")
                                .param("r", messageId)
                                .query(Long.class)
                                .single())
                .as("told twice, acts once")
                .isEqualTo(1);
    }

    private static MimeMessage mail(String text) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String report(String messageId) {
        return String.join(
                "\r\n",
                "Subject: Undelivered Mail Returned to Sender",
                "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=\"x\"",
                "",
                "--x",
                "Content-Type: text/plain",
                "",
                "I'm sorry to have to inform you",
                "--x",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.example.org",
                "",
                "Final-Recipient: rfc822; d@example.org",
                "Action: failed",
                "Status: 5.1.1",
                "Diagnostic-Code: smtp; 550 5.1.1 <d@example.org>: user unknown",
                "--x",
                "Content-Type: message/rfc822",
                "",
                "Message-ID: " + messageId,
                "Subject: Winter",
                "",
                "text",
                "--x--",
                "");
    }
}
