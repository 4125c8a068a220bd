package dev.waystation.platform.members.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.store.InviteBook;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Orders;
import dev.waystation.platform.selling.booking.Shop;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.payment.SandboxPayments;
import dev.waystation.testkit.Capability;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Invited people who really buy: the facts come from the ticket office itself. */
@PlatformIT
class InviteJourneyIT {

    @Autowired ApplicationContext context;
    @Autowired InviteBook invitations;
    @Autowired Orders orders;
    @Autowired SandboxPayments sandbox;
    @Autowired Points points;
    @Autowired FactPump pump;
    @Autowired MockMvc mvc;

    private Invites invites;
    private Shop shop;
    private long inviter;
    private String code = "";

    @BeforeEach
    void prepare() {
        invites = new Invites(context);
        shop = context.getAutowireCapableBeanFactory().createBean(Shop.class);
        inviter = invites.somebody();
        code = invites.code(inviter, invites.campaign());
    }

    @Test
    @Capability("L80")
    void aTicketBoughtAndGivenBackAtTheTicketOfficeTakesTheSecondRewardBackFromBoth()
            throws Exception {
        long friend = invites.invited(code);
        Order order = shop.bought(friend, shop.aTrain());
        pump.drain();
        assertThat(pending(inviter)).isEqualTo(1_500);
        assertThat(pending(friend)).isEqualTo(1_500);
        mvc.perform(
                        post("/v1/tickets/"
                                        + PublicId.encode(
                                                "tkt", order.tickets().getFirst().id().value())
                                        + ":refund")
                                .with(SignIn.member(friend)))
                .andExpect(status().is2xxSuccessful());
        pump.drain();
        assertThat(pending(inviter)).isEqualTo(1_000);
        assertThat(pending(friend)).isEqualTo(1_000);
    }

    @Test
    @Capability("REF-04")
    void invitedPeopleWhoPayFromOneAccountWait() {
        Run train = shop.aTrain();
        List<Long> puppets = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            puppets.add(buyFrom("payer of " + inviter, train));
        }
        assertThat(puppets)
                .allSatisfy(each -> {
                    Invitation waiting = invitations.find(each).orElseThrow();
                    assertThat(waiting.review()).isEqualTo(Invitation.Review.OPEN);
                    assertThat(waiting.flags()).containsExactly("INSTRUMENT");
                });
        long friend = buyFrom("another of " + inviter, train);
        assertThat(invitations.find(friend).orElseThrow().review())
                .isEqualTo(Invitation.Review.NONE);
    }

    private long buyFrom(String payer, Run train) {
        long member = invites.invited(code);
        Order order = shop.place(shop.wish(member, train, List.of(shop.self(member))));
        sandbox.approve(orders.pay(order.id()).orElseThrow().id(), payer);
        pump.drain();
        return member;
    }

    private long pending(long member) {
        return points.balance(member, Points.POINTS).pending();
    }
}
