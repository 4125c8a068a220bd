package dev.waystation.platform.members.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.model.IdentityClaim;
import dev.waystation.platform.members.membership.usecase.AddTraveller;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.Signal;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.members.referral.store.InviteBook;
import dev.waystation.platform.members.referral.usecase.ShownTrace;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Groups that share too much wait for somebody's eyes, and so do their rewards. */
@PlatformIT
class InviteFraudIT {

    @Autowired ApplicationContext context;
    @Autowired InviteBook invitations;
    @Autowired AddTraveller travellers;
    @Autowired Points points;
    @Autowired FactPump pump;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private Invites invites;
    private long campaign;
    private long inviter;

    @BeforeEach
    void prepare() {
        invites = new Invites(context);
        campaign = invites.campaign();
        inviter = invites.somebody();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEVICE", "NETWORK", "PLACE"})
    @Capability("REF-04")
    void theWholeGroupWaitsFromTheOneThatMakesItTooLarge(Signal signal) {
        String code = invites.code(inviter, campaign);
        int limit = Invites.terms(clock.instant(), new Terms.Caps(1, 1)).limits().of(signal);
        List<Long> group = new ArrayList<>();
        for (int i = 1; i < limit; i++) {
            group.add(join(code, signal));
        }
        assertThat(group)
                .allSatisfy(each -> assertThat(review(each)).isEqualTo(Invitation.Review.NONE));
        group.add(join(code, signal));
        assertThat(group)
                .allSatisfy(each -> {
                    assertThat(review(each)).isEqualTo(Invitation.Review.OPEN);
                    assertThat(invitations.find(each).orElseThrow().flags())
                            .containsExactly(signal.name());
                });
        invites.travel(group.getFirst());
        assertThat(points.balance(group.getFirst(), Points.POINTS).spendable())
                .as("held while somebody has doubts, although they travelled")
                .isZero();
    }

    @Test
    @Capability("REF-04")
    void strangersOnOneNetworkOfAWaitingHallAreLeftAlone() {
        for (int i = 0; i < 8; i++) {
            long stranger = join(invites.code(invites.somebody(), campaign), Signal.NETWORK);
            assertThat(review(stranger)).isEqualTo(Invitation.Review.NONE);
        }
    }

    @Test
    @Capability("REF-04")
    void puppetsWhoBuyForOneDocumentWait() {
        String code = invites.code(inviter, campaign);
        String document = People.freshCard(LocalDate.of(1980, 1, 1));
        List<Long> puppets = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            long puppet = invites.invited(code);
            travellers.handle(
                    new AddTraveller.Command(
                            puppet,
                            new IdentityClaim(
                                    "测试乙", "identity_card", document, LocalDate.of(1980, 1, 1))));
            invites.tell(invites.ticket(puppet, Invites.number()));
            puppets.add(puppet);
        }
        assertThat(puppets)
                .allSatisfy(each -> {
                    assertThat(review(each)).isEqualTo(Invitation.Review.OPEN);
                    assertThat(invitations.find(each).orElseThrow().flags())
                            .containsExactly("DOCUMENT");
                });
    }

    @Test
    @Capability("REF-04")
    void peopleWhoComeFasterThanPeopleDoWait() {
        long hasty =
                invites.campaign(
                        new Terms(
                                Invites.terms(clock.instant(), new Terms.Caps(9, 9)).name(),
                                clock.instant().minus(Duration.ofDays(1)),
                                clock.instant().plus(Duration.ofDays(1)),
                                7,
                                new Terms.Rewards(1, 1, 1, 1),
                                new Terms.Caps(9, 9),
                                List.of(),
                                new Terms.Limits(3, 4, 4, 6, 6, 2, 5)));
        String code = invites.code(inviter, hasty);
        long first = invites.invited(code);
        invites.invited(code);
        long third = invites.invited(code);
        assertThat(review(first)).isEqualTo(Invitation.Review.NONE);
        assertThat(invitations.find(third).orElseThrow().flags()).containsExactly("VELOCITY");
    }

    @Test
    @Capability("L82")
    @Capability("REF-04")
    @Capability("X25")
    void staffApproveOrRejectEachOnceWithAReasonAndTheRewardsFollow() throws Exception {
        String code = invites.code(inviter, campaign);
        List<Long> group = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            group.add(join(code, Signal.DEVICE));
            invites.travel(group.getLast());
        }
        // The first two travelled before the third made the group too large.
        assertThat(points.balance(inviter, Points.POINTS).spendable()).isEqualTo(3_000);
        mvc.perform(
                        get("/v1/referral-reviews")
                                .param("campaign", PublicId.encode("inv", campaign))
                                .with(SignIn.role("operations")))
                .andExpect(jsonPath("$.items.length()").value(3))
                .andExpect(jsonPath("$.items[0].flags[0]").value("DEVICE"))
                .andExpect(jsonPath("$.items[2].heldPoints").value(3_000));
        mvc.perform(
                        get("/v1/referral-campaigns/"
                                        + PublicId.encode("inv", campaign)
                                        + "/clusters")
                                .with(SignIn.role("operations")))
                .andExpect(jsonPath("$.items[0].signal").value("DEVICE"))
                .andExpect(jsonPath("$.items[0].invitees.length()").value(3));
        decide(group.get(0), "approve", 200);
        decide(group.get(0), "reject", 409);
        decide(group.get(1), "reject", 200);
        decide(group.get(2), "approve", 200);
        assertThat(points.balance(inviter, Points.POINTS).spendable()).isEqualTo(3_000);
        assertThat(points.balance(group.get(1), Points.POINTS).spendable()).isZero();
        assertThat(points.balance(group.get(2), Points.POINTS).spendable()).isEqualTo(1_500);
        mvc.perform(
                        post("/v1/referral-reviews/"
                                        + PublicId.encode("mbr", group.get(0))
                                        + ":decide")
                                .with(SignIn.role("executive"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"decision\":\"reject\",\"reason\":\"no right\"}"))
                .andExpect(status().isForbidden());
    }

    private void decide(long member, String decision, int status) throws Exception {
        mvc.perform(
                        post("/v1/referral-reviews/" + PublicId.encode("mbr", member) + ":decide")
                                .with(SignIn.role("operations"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"decision\":\"%s\",\"reason\":\"looked at it\"}"
                                                .formatted(decision)))
                .andExpect(status().is(status));
        pump.drain();
    }

    private long join(String code, Signal signal) {
        String mark = "shared " + campaign;
        ShownTrace shown =
                switch (signal) {
                    case DEVICE -> Invites.device(mark);
                    case NETWORK ->
                            new ShownTrace(null, "203.0." + campaign % 250 + ".9", null, null);
                    case PLACE -> new ShownTrace(null, null, 30.0 + campaign * 0.01, 114.3);
                    case DOCUMENT, INSTRUMENT -> ShownTrace.NOTHING;
                };
        return invites.join(invites.touch(code, null, shown));
    }

    private Invitation.Review review(long invitee) {
        return invitations.find(invitee).orElseThrow().review();
    }
}
