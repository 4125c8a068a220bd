package dev.waystation.platform.engagement.messaging.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.messaging.ChannelAdapter;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.MessageRows;
import dev.waystation.platform.engagement.messaging.store.TemplateRows;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.ContactAddress;
import dev.waystation.testkit.Capability;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A mail written in blocks: published, sent over a real server, opened and followed. */
class MailBlocksIT extends MailDesk {

    private static final String BROWSER = "Mozilla/5.0 (Macintosh) Gecko/20100101 Firefox/140.0";

    @Autowired MailSheets pages;
    @Autowired HandOver handOver;
    @Autowired MessageRows messages;
    @Autowired TemplateRows texts;
    @Autowired FactPump pump;

    private String signs() {
        return jdbc.sql(
                        """
                        select coalesce(string_agg(kind || ' ' || times, ', ' order by kind), '') as signs
                        from messaging.mail_sign s join messaging.message m
                          using (member_id, message_id)
                        where m.template_code = :code
                        """)
                .param("code", code)
                .query(String.class)
                .single();
    }

    private void load(UUID reference, String agent) throws Exception {
        String dot = pages.dot(reference);
        mvc.perform(get(dot.substring(dot.indexOf("/o/"))).header("User-Agent", agent))
                .andExpect(status().isOk());
    }

    @Test
    @Capability("CH-02")
    void aMailArrivesAsPlainWordsAndAsAPageWhoseLinksCount() throws Exception {
        long member = reader("page@example.org");
        UUID reference = send(member);
        var sent =
                new ChannelAdapter.Letter(
                        reference,
                        member,
                        "marketing",
                        "test",
                        new ContactAddress("email", "page@example.org"),
                        "Winter",
                        "plain words",
                        code,
                        Map.of(),
                        "<p>page</p>");
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var channel =
                    new MailChannel(
                            new MailServer(
                                    "127.0.0.1",
                                    server.getSmtp().getPort(),
                                    "",
                                    "",
                                    "care@example.com",
                                    "returns@example.com",
                                    Duration.ofSeconds(5)),
                            links,
                            clock);
            channel.send(sent);
            MimeMessage mail = server.getReceivedMessages()[0];
            Multipart parts = (Multipart) mail.getContent();
            assertThat(mail.getContentType()).startsWith("multipart/alternative");
            assertThat(parts.getBodyPart(0).getContent().toString()).startsWith("plain words");
            assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
            assertThat(mail.getHeader("Return-Path", null)).contains("returns@example.com");
            assertThat(mail.getHeader("List-Unsubscribe-Post", null))
                    .isEqualTo("List-Unsubscribe=One-Click");
        } finally {
            server.stop();
        }
    }

    @Test
    @Capability("CH-02")
    void whoOpensOrFollowsCountsOnceAndAMachineCountsApart() throws Exception {
        UUID opened = send(reader("a@example.org"));
        UUID ahead = send(reader("b@example.org"));
        UUID clicked = send(reader("c@example.org"));
        clock.advance(Duration.ofMinutes(1));
        load(opened, BROWSER);
        load(opened, BROWSER);
        load(opened, "Mozilla/5.0 (via ggpht.com GoogleImageProxy)");
        load(ahead, "Mozilla/5.0");
        mvc.perform(get("/o/invented").header("User-Agent", BROWSER)).andExpect(status().isOk());
        assertThat(standing(opened)).isEqualTo("read");
        assertThat(standing(ahead)).as("loaded ahead is not opened").isEqualTo("delivered");

        String link = shortLink(clicked);
        mvc.perform(get(link).header("User-Agent", BROWSER)).andExpect(status().isFound());
        mvc.perform(get(link).header("User-Agent", "curl/8")).andExpect(status().isFound());
        pump.drain();
        assertThat(standing(clicked)).as("who follows a link has opened it").isEqualTo("read");
        assertThat(signs()).isEqualTo("click 1, machine 1, proxy 1, reader 2");
        mvc.perform(get("/v1/mail-results").with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.code=='" + code + "')].sent").value(3))
                .andExpect(jsonPath("$[?(@.code=='" + code + "')].opened").value(2))
                .andExpect(jsonPath("$[?(@.code=='" + code + "')].onlyMachine").value(1))
                .andExpect(jsonPath("$[?(@.code=='" + code + "')].clicked").value(1));
    }

    /** The address behind the button of the page that was made for this message. */
    private String shortLink(UUID reference) {
        KeptMessage message =
                jdbc.sql("select member_id, message_id from messaging.message where reference = :r")
                        .param("r", reference)
                        .query((row, _) -> messages.find(row.getLong(1), row.getLong(2)))
                        .single()
                        .orElseThrow();
        String page =
                handOver.letter(
                                message,
                                texts.latest(code).orElseThrow(),
                                new ContactAddress("email", "c@example.org"))
                        .page();
        assertThat(page).contains("Dear &lt;i&gt;王&lt;/i&gt;").contains(pages.dot(reference));
        Matcher link = Pattern.compile("href=\"[^\"]*(/s/m[a-z0-9]{10}\\.[^\"]+)\"").matcher(page);
        assertThat(link.find()).as(page).isTrue();
        return Objects.requireNonNull(link.group(1));
    }

    @Test
    void openingTheWayOutAsksFirstAndItsButtonEndsIt() throws Exception {
        long member = reader("e@example.org");
        String link = links.of(send(member));
        String path = link.substring(link.indexOf("/v1/"));
        mvc.perform(get(path)).andExpect(status().isOk());
        assertThat(members.consent(member, "email", "marketing").granted())
                .as("a scanner that opens links ends nothing")
                .isTrue();
        mvc.perform(post(path + "/person")).andExpect(status().isOk());
        assertThat(members.consent(member, "email", "marketing").granted()).isFalse();
    }
}
