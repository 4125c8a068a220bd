package dev.waystation.platform.engagement.links.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.links.PersonalLinks;
import dev.waystation.platform.engagement.links.model.Reader;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.messaging.usecase.DeliverDueMessages;
import dev.waystation.platform.engagement.messaging.usecase.ShowInbox;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A link in a message: whose click it was, and that machines are counted apart. */
@PlatformIT
class ShortLinksIT {

    private static final String HOUSE = "http://localhost:8080";
    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1";

    private static final RequestPostProcessor STAFF =
            SignIn.staff("messages.read", "journeys.write");

    @Autowired KeepLinks links;
    @Autowired PersonalLinks personal;
    @Autowired ReaderTokens tokens;
    @Autowired Outbox outbox;
    @Autowired Templates templates;
    @Autowired DeliverDueMessages deliver;
    @Autowired ShowInbox inbox;
    @Autowired Members members;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    private KeepLinks.Shown link;
    private long member;

    @BeforeEach
    void aLinkAndAReader() {
        link =
                links.handle(
                                new KeepLinks.Command(
                                        null,
                                        "Winter coupons",
                                        "/app/coupons",
                                        Map.of("utm_campaign", "winter", "utm_source", "inbox")))
                        .orElseThrow();
        member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
    }

    /** What the member reads, up to and with the link. */
    private String inTheMessage() {
        String template = "link-" + link.link().code().toLowerCase(Locale.ROOT);
        templates.publish(
                new Template.Draft(
                        template,
                        new Said("冬季券", "Winter"),
                        new Said("领券 " + link.address(), "Coupons " + link.address())));
        outbox.offer(
                new MessageOffer(
                        UUID.randomUUID(),
                        member,
                        "inbox",
                        "transactional",
                        template,
                        Map.of(),
                        "test",
                        null));
        deliver.handle(clock.instant());
        String text = inbox.handle(member).items().getFirst().body().zh();
        return text.substring(text.indexOf(HOUSE) + HOUSE.length());
    }

    private MockHttpServletRequestBuilder open(String path, String agent) {
        return get(path).header("User-Agent", agent).with(SignIn.nobody());
    }

    private List<String> heard() {
        return jdbc.sql(
                        """
                        select member_id || ' ' || coalesce(machine, 'person')
                        from links.click where code = :code order by click_id
                        """)
                .param("code", link.link().code())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    @Test
    @Capability("CH-12")
    void aClickIsTheReadersAndAMachineIsCountedApart() throws Exception {
        String path = inTheMessage();
        assertThat(path).startsWith("/s/" + link.link().code() + ".");

        mvc.perform(open(path, PHONE))
                .andExpect(status().isFound())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(
                        header().string(
                                        "Location",
                                        HOUSE
                                                + "/app/coupons?utm_campaign=winter&utm_source=inbox"));
        mvc.perform(open(path, PHONE)).andExpect(status().isFound());
        mvc.perform(open(path, "Mozilla/5.0 (compatible; bingbot/2.0)"))
                .andExpect(status().isFound());

        assertThat(heard())
                .containsExactly(
                        member + " person", member + " person", member + " names itself a machine");
        mvc.perform(get("/v1/short-links/" + link.link().code()).with(STAFF))
                .andExpect(jsonPath("$.link.people").value(2))
                .andExpect(jsonPath("$.link.members").value(1))
                .andExpect(jsonPath("$.link.machines").value(1))
                .andExpect(jsonPath("$.days[0].people").value(2));
        assertThat(clicksHeard()).isEqualTo(2);
    }

    private long clicksHeard() {
        return jdbc.sql(
                        """
                        select count(*) from foundation.fact
                        where type = 'links.LinkClicked' and subject = :member
                        """)
                .param("member", member)
                .query(Long.class)
                .single();
    }

    @Test
    void aTokenSomebodyInventedLeadsOnButIsNobodysClick() throws Exception {
        String path = inTheMessage();
        int digest = path.length() - 3;
        char one = path.charAt(digest);
        String forged =
                path.substring(0, digest) + (one == 'A' ? 'B' : 'A') + path.substring(digest + 1);
        String swapped = path.replace(".", ".AA");
        for (String invented : List.of(forged, swapped, path + "A", path + "%20")) {
            mvc.perform(get(URI.create(invented)).header("User-Agent", PHONE))
                    .andExpect(status().isFound());
        }
        assertThat(
                        jdbc.sql("select count(member_id) from links.click where code = :code")
                                .param("code", link.link().code())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void whoseMessageItWasIsReadBackHoweverManyMembersThereAre() {
        long member = 1;
        for (long message = 1; message < Long.MAX_VALUE / 7; message = message * 7 + 3) {
            String text = personal.personal(HOUSE + "/s/abcd", member, message);
            String token = text.substring(text.lastIndexOf('.') + 1);
            assertThat(tokens.read(token)).hasValue(new Reader(member, message));
            member = member * 3 + 101;
        }
    }

    @Test
    void otherAddressesAndLinksAlreadyTaggedStayAsTheyAre() {
        String text = "https://elsewhere.example/s/abcd 和 " + HOUSE + "/s/abcd.token";
        assertThat(personal.personal(text, 7, 8)).isEqualTo(text);
        assertThat(personal.personal(HOUSE + "/s/abcd。", 7, 8))
                .matches("\\Q" + HOUSE + "/s/abcd.\\E[-_A-Za-z0-9]{10,24}。");
    }

    @Test
    void aRetiredLinkSaysSoAndATakenCodeIsRefused() throws Exception {
        String code = link.link().code();
        mvc.perform(
                        post("/v1/short-links")
                                .contentType("application/json")
                                .content(
                                        "{\"code\": \"%s\", \"title\": \"x\", \"target\": \"/app/\"}"
                                                .formatted(code))
                                .with(STAFF))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("SHORT_LINK_CODE_TAKEN"));
        mvc.perform(post("/v1/short-links/" + code + ":retire").with(STAFF))
                .andExpect(jsonPath("$.retiredAt").isNotEmpty());
        mvc.perform(open("/s/" + code, PHONE)).andExpect(status().isNotFound());
        mvc.perform(open("/s/nobodymadethis", PHONE)).andExpect(status().isNotFound());
    }
}
