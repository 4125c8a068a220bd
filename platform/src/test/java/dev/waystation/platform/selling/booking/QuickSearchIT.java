package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.Statements;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.benefits.Campaigns;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.wallet.usecase.CareForCard;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** One box: whatever is typed or scanned into it leads to the page of the thing. */
@PlatformIT
class QuickSearchIT {

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired CareForCard cards;
    @Autowired Tickets tickets;
    @Autowired MockMvc mvc;
    @Autowired Members members;
    @Autowired DraftCampaign drafts;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void whatIsOnAPhoneATicketOrACardIsFoundByScanningIt() throws Exception {
        Shop shop = beans.createBean(Shop.class);
        long member = shop.aMember();
        String page = "/members/" + PublicId.encode("mbr", member);
        Order order = shop.bought(member, shop.aTrain());
        String medium = "SCAN-" + member;
        cards.open(new CareForCard.Opening(member, "cn", medium, "staff:1"));
        assertThat(found("waystation:member:" + PublicId.encode("mbr", member))).contains(page);
        assertThat(found(PublicId.encode("mbr", member))).contains(page);
        assertThat(found(order.id().text())).contains("/orders/" + order.id().text());
        assertThat(found(tickets.code(order.tickets().getFirst())))
                .contains("/orders/" + order.id().text());
        assertThat(found(medium)).contains("/cards?card=" + medium);
        // Half of it, or somebody else's, finds nothing and breaks nothing.
        assertThat(found("waystation:member:mbr_zzz")).isEmpty();
        assertThat(found("WP1." + "A".repeat(80))).isEmpty();
    }

    /**
     * Written by hand or by a few people at desks, read whole on purpose: names are searched in.
     */
    private static final Set<String> SMALL = Set.of("definition", "segment", "segment_version");

    private static final int MOST_STATEMENTS = 16;

    @Test
    @Capability("X4")
    void whatIsTypedIsLookedUpInIndexesByFewStatementsHoweverManyMembersThereAre()
            throws Exception {
        Shop shop = beans.createBean(Shop.class);
        long member = shop.aMember();
        Order order = shop.bought(member, shop.aTrain());
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String typed :
                List.of(
                        "13800138000",
                        "4242",
                        "zhangwei",
                        "张伟",
                        "zw",
                        PublicId.encode("mbr", member),
                        "waystation:member:" + PublicId.encode("mbr", member),
                        order.id().text(),
                        tickets.code(order.tickets().getFirst()),
                        "K7QM-2NPX-9RTV",
                        "G1156")) {
            List<String> sent = Statements.of(() -> found(typed));
            counts.put(typed, sent.size());
            for (String sql : sent) {
                assertThat(Statements.readWhole(jdbc, transaction, sql))
                        .as(typed + ": " + sql)
                        .isSubsetOf(SMALL);
            }
        }
        assertThat(counts.values())
                .as(counts.toString())
                .allMatch(each -> each > 0 && each <= MOST_STATEMENTS);
        // Control: the check tells a search without an index.
        assertThat(
                        Statements.readWhole(
                                jdbc,
                                transaction,
                                "select id from membership.member where city_code = ?"))
                .containsExactly("member");
    }

    @Test
    @Capability("X4")
    void theLastFourOfAPhoneOrADocumentFindTheMemberAndSayWhatMatched() throws Exception {
        Shop shop = beans.createBean(Shop.class);
        long member = shop.aMember();
        String page = "/members/" + PublicId.encode("mbr", member);
        String phone = members.card(member).orElseThrow().maskedPhone();
        assertThat(found(phone.substring(phone.length() - 4))).contains(page);
        assertThat(found("000")).doesNotContain(page);
    }

    @Test
    @Capability("X4")
    void aCouponsCodeLeadsToItsCampaign() throws Exception {
        String code = "QS" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        String campaign = Campaigns.anyWithCode(drafts, clock, code);
        assertThat(found(code.toLowerCase(Locale.ROOT))).contains("/coupons/" + campaign);
        assertThat(asked("gate", code)).isEmpty();
    }

    @Test
    void aRoleFindsOnlyWhatItMayOpen() throws Exception {
        Shop shop = beans.createBean(Shop.class);
        long member = shop.aMember();
        String medium = "SCAN-" + member;
        cards.open(new CareForCard.Opening(member, "cn", medium, "staff:1"));
        assertThat(found(medium)).isNotEmpty();
        assertThat(asked("gate", medium)).isEmpty();
        assertThat(asked("gate", PublicId.encode("mbr", member))).isEmpty();
    }

    private List<String> found(String text) throws Exception {
        return asked("administrator", text);
    }

    private List<String> asked(String role, String text) throws Exception {
        String answer =
                mvc.perform(get("/v1/search").param("q", text).with(SignIn.role(role)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return JsonPath.read(answer, "$[*].href");
    }
}
