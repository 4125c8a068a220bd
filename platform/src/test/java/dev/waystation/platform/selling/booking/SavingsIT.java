package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.benefits.Campaigns;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.selling.booking.usecase.PayOrder;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;

/** Saved so far: what coupons and points took off, and no longer what a return gave back. */
@PlatformIT
class SavingsIT {

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired DraftCampaign drafts;
    @Autowired PayOrder payOrder;
    @Autowired FactPump pump;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    @Test
    @Capability("X13")
    void aMemberSeesWhatCouponsAndPointsSavedThisYearAndWhyItIsSoMuch() throws Exception {
        Shop shop = beans.createBean(Shop.class);
        Purse purse = beans.createBean(Purse.class);
        long member = shop.aMember();
        purse.credit(member, 10_000, purse.lastDay());
        String code = "SAVE" + UUID.randomUUID().toString().substring(0, 8);
        Campaigns.anyWithCode(drafts, clock, code);
        saved(member, 0, 0);
        Order order =
                shop.place(
                        new OrderRequest(
                                UUID.randomUUID(),
                                member,
                                shop.aTrain().id().value(),
                                0,
                                2,
                                "second",
                                List.of(shop.self(member)),
                                List.of(code)));
        assertThat(payOrder.handle(order.id(), 3_000, 0))
                .isInstanceOf(PayOrder.Outcome.Opened.class);
        saved(member, 0, 0);
        shop.approve(shop.payment(order).id());
        pump.drain();
        saved(member, 500, 3_000);
    }

    private void saved(long member, long coupons, long points) throws Exception {
        for (var request :
                List.of(
                        get("/v1/me/savings").with(SignIn.member(member)),
                        get("/v1/members/" + PublicId.encode("mbr", member) + "/savings")
                                .with(SignIn.role("operations")))) {
            mvc.perform(request)
                    .andExpect(jsonPath("$.minor").value(coupons + points))
                    .andExpect(jsonPath("$.couponMinor").value(coupons))
                    .andExpect(jsonPath("$.pointMinor").value(points))
                    .andExpect(
                            jsonPath("$.why.sentence.zh")
                                    .value("今年已省 %,.2f 元。".formatted((coupons + points) / 100.0)));
        }
    }
}
