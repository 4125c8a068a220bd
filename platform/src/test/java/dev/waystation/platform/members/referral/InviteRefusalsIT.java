package dev.waystation.platform.members.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.members.membership.facts.MembersLinked;
import dev.waystation.platform.members.referral.model.FirstTouch;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.Newcomer;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.members.referral.model.Touch;
import dev.waystation.platform.members.referral.model.Trace;
import dev.waystation.platform.members.referral.store.InviteBook;
import dev.waystation.platform.members.referral.usecase.BindInvitation;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Who does not count, each with its own code and reason. */
@PlatformIT
class InviteRefusalsIT {

    @Autowired ApplicationContext context;
    @Autowired InviteBook invitations;
    @Autowired BindInvitation bind;
    @Autowired Explanations explanations;
    @Autowired Points points;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private Invites invites;
    private long campaign;
    private long inviter;

    @BeforeEach
    void prepare() {
        invites = new Invites(context);
        campaign = invites.campaign(new Terms.Caps(2, 3));
        inviter = invites.somebody();
    }

    @Test
    @Capability("L82")
    void oneselfAndWhoeverIsAMemberAlreadyAreRefusedAtTheLink() throws Exception {
        String code = invites.code(inviter, campaign);
        touched(code, inviter, "INVITE_IS_ONES_OWN");
        touched(code, invites.somebody(), "INVITEE_IS_A_MEMBER_ALREADY");
        mvc.perform(
                        post("/v1/invites/NOSUCHCD/touches")
                                .with(SignIn.nobody())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("INVITE_CODE_IS_UNKNOWN"));
    }

    @Test
    @Capability("L82")
    void theTokenOfAMemberWhoJoinedBeforeTheTouchOrIsTheInviterDoesNotCount() {
        String visitor = invites.touch(invites.code(inviter, campaign));
        long before = invites.somebody();
        assertThat(
                        bind.handle(
                                new BindInvitation.Command(
                                        before, visitor, clock.instant().minusSeconds(60))))
                .isEqualTo(
                        new BindInvitation.Outcome.Refused(
                                InviteRefusal.INVITEE_IS_A_MEMBER_ALREADY));
        String own = invites.touch(invites.code(inviter, campaign));
        assertThat(bind.handle(new BindInvitation.Command(inviter, own, clock.instant())))
                .isEqualTo(new BindInvitation.Outcome.Refused(InviteRefusal.INVITE_IS_ONES_OWN));
        assertThat(
                        bind.handle(
                                new BindInvitation.Command(
                                        before,
                                        invites.touch(invites.code(inviter, campaign)),
                                        clock.instant())))
                .isEqualTo(
                        new BindInvitation.Outcome.Refused(
                                InviteRefusal.INVITEE_WAS_INVITED_ALREADY));
    }

    @Test
    @Capability("L82")
    void theInvitersOwnDeviceIsRefusedAndBothSidesReadWhy() {
        String code = invites.code(inviter, campaign, Invites.device("d" + inviter));
        long puppet = invites.join(invites.touch(code, null, Invites.device("d" + inviter)));
        Invitation kept = invitations.find(puppet).orElseThrow();
        assertThat(kept.refusal()).isEqualTo("INVITEE_USES_THE_SAME_DEVICE");
        for (String why : List.of(kept.whys().inviter(), kept.whys().invitee())) {
            assertThat(explanations.find(why).orElseThrow().explanation().reasons())
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.code()).isEqualTo("INVITEE_USES_THE_SAME_DEVICE");
                        assertThat(each.held()).isFalse();
                        assertThat(each.text().zh()).contains("同一台设备");
                    });
        }
        assertThat(points.balance(inviter, Points.POINTS).pending()).isZero();
        long friend = invites.join(invites.touch(code, null, Invites.device("other" + inviter)));
        assertThat(invitations.find(friend).orElseThrow().state())
                .isEqualTo(Invitation.State.WAITING);
    }

    @Test
    @Capability("L82")
    void theSameDocumentIsTheSamePerson() {
        Terms terms = Invites.terms(clock.instant(), new Terms.Caps(1, 1));
        Touch touch =
                new Touch(
                        1,
                        1,
                        terms,
                        terms.endsAt(),
                        7,
                        "CODE",
                        "link",
                        clock.instant(),
                        Trace.NONE,
                        false,
                        "document-a");
        assertThat(
                        FirstTouch.of(
                                        List.of(touch),
                                        new Newcomer(8, "document-a", clock.instant()))
                                .orElseThrow()
                                .refusal())
                .isEqualTo(InviteRefusal.INVITEE_IS_THE_SAME_PERSON);
        assertThat(
                        FirstTouch.of(
                                        List.of(touch),
                                        new Newcomer(8, "document-b", clock.instant()))
                                .orElseThrow()
                                .refusal())
                .isNull();
    }

    @Test
    @Capability("L82")
    void twoMembersFoundToBeOnePersonLoseWhatTheInvitationBrought() {
        long twin = invites.invited(invites.code(inviter, campaign));
        invites.travel(twin);
        assertThat(points.balance(inviter, Points.POINTS).spendable()).isEqualTo(1_500);
        invites.tell(
                new MembersLinked(twin, inviter, true, "staff:1", "same face", clock.instant()));
        assertThat(invitations.find(twin).orElseThrow().state())
                .isEqualTo(Invitation.State.REJECTED);
        assertThat(points.balance(inviter, Points.POINTS).spendable()).isZero();
    }

    @Test
    @Capability("L82")
    void capsOfTheMonthAndOfTheCampaignEndWhatCounts() {
        String code = invites.code(inviter, campaign);
        invites.invited(code);
        invites.invited(code);
        long third = invites.invited(code);
        assertThat(invitations.find(third).orElseThrow().refusal())
                .isEqualTo("INVITE_CAP_OF_MONTH_IS_REACHED");
        assertThat(points.balance(inviter, Points.POINTS).pending()).isEqualTo(2_000);
        String visitor = invites.touch(code);
        assertThat(
                        bind.handle(
                                new BindInvitation.Command(
                                        invites.somebody(), visitor, clock.instant())))
                .isEqualTo(
                        new BindInvitation.Outcome.Refused(
                                InviteRefusal.INVITE_CAP_OF_MONTH_IS_REACHED));
    }

    @Test
    void aBrokenVisitorTokenIsMalformedAndNamesWhatToDo() throws Exception {
        mvc.perform(
                        post("/v1/invites/{code}/touches", invites.code(inviter, campaign))
                                .with(SignIn.nobody())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"visitor\":\"x\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("MALFORMED"));
    }

    private void touched(String code, long member, String refusal) throws Exception {
        mvc.perform(
                        post("/v1/invites/{code}/touches", code)
                                .with(SignIn.member(member))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value(refusal));
    }
}
