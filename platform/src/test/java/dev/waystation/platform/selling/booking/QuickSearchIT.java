package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.wallet.usecase.CareForCard;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;

/** One box: whatever is typed or scanned into it leads to the page of the thing. */
@PlatformIT
class QuickSearchIT {

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired CareForCard cards;
    @Autowired Tickets tickets;
    @Autowired MockMvc mvc;

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
