package dev.waystation.platform.members.wallet;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A card at the counter, found by scanning it or by its member; the sample desks have some. */
@PlatformIT
class FindCardsIT {

    @Autowired SeedDesk desks;
    @Autowired Members members;
    @Autowired MockMvc mvc;

    @Test
    void aScannedCardShowsItsMemberItsMoneyAndEveryTopUpWithWhatIsLeft() throws Exception {
        List<Long> people =
                java.util.stream.IntStream.range(0, 10)
                        .mapToObj(_ -> members.register(People.born(LocalDate.of(1990, 2, 1))))
                        .map(each -> each.value())
                        .toList();
        desks.seed(people);

        mvc.perform(get("/v1/cards?medium=PARK-100008").with(SignIn.role("ticket_window")))
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath("$.items[0].memberId")
                                .value(PublicId.encode("mbr", people.get(8))))
                .andExpect(jsonPath("$.items[0].principal").value(100_000))
                .andExpect(jsonPath("$.items[0].topUps[0].giftLeft").value(20_000));
        String owner = PublicId.encode("mbr", people.get(7));
        mvc.perform(get("/v1/cards?member=" + owner).with(SignIn.role("ticket_window")))
                .andExpect(jsonPath("$.items[0].medium").value("PARK-100007"));
        mvc.perform(get("/v1/cards?medium=NOBODY-HAS-IT").with(SignIn.role("ticket_window")))
                .andExpect(jsonPath("$.items").isEmpty());
        mvc.perform(get("/v1/cards").with(SignIn.role("ticket_window")))
                .andExpect(status().isBadRequest());
        mvc.perform(get("/v1/claims?state=OPEN").with(SignIn.role("operations")))
                .andExpect(
                        jsonPath("$.items.length()").value(org.hamcrest.Matchers.greaterThan(3)));
        mvc.perform(get("/v1/adjustments?state=WAITING").with(SignIn.role("finance")))
                .andExpect(
                        jsonPath("$.items.length()").value(org.hamcrest.Matchers.greaterThan(2)));
    }
}
