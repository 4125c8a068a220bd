package dev.waystation.platform.members.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.referral.model.ChainStep;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.members.referral.store.ChainReads;
import dev.waystation.platform.members.referral.store.InviteBook;
import dev.waystation.platform.members.referral.usecase.FollowLink;
import dev.waystation.platform.members.referral.usecase.ShowInvitations;
import dev.waystation.platform.members.referral.usecase.ShownTrace;
import dev.waystation.platform.members.referral.usecase.WriteInviteCampaign;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Links, touches and chains. */
@PlatformIT
class FirstTouchIT {

    @Autowired ApplicationContext context;
    @Autowired InviteBook invitations;
    @Autowired FollowLink follow;
    @Autowired ChainReads chains;
    @Autowired ShowInvitations show;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private Invites invites;

    @BeforeEach
    void prepare() {
        invites = new Invites(context);
    }

    @Test
    @Capability("L79")
    @Capability("REF-01")
    void theFirstValidTouchWinsWhateverWasOpenedLater() {
        long campaign = invites.campaign();
        long first = invites.somebody();
        long later = invites.somebody();
        String visitor = invites.touch(invites.code(first, campaign));
        invites.touch(invites.code(later, campaign), visitor, ShownTrace.NOTHING);
        assertThat(inviterOf(invites.join(visitor))).isEqualTo(first);
    }

    @Test
    @Capability("REF-01")
    void aTouchOutsideTheWindowIsNotValidAndTheNextOneWins() {
        long campaign = invites.campaign();
        long first = invites.somebody();
        long later = invites.somebody();
        String visitor = invites.touch(invites.code(first, campaign));
        jdbc.sql(
                        "update referral.touch set touched_at = touched_at - interval '7 days 1 second' where inviter_id = :i")
                .param("i", first)
                .update();
        invites.touch(invites.code(later, campaign), visitor, ShownTrace.NOTHING);
        assertThat(inviterOf(invites.join(visitor))).isEqualTo(later);
        String lonely = invites.touch(invites.code(first, campaign));
        jdbc.sql(
                        "update referral.touch set touched_at = touched_at - interval '7 days 1 second' where inviter_id = :i")
                .param("i", first)
                .update();
        assertThat(invitation(invites.join(lonely)).refusal()).isEqualTo("INVITE_IS_TOO_OLD");
    }

    @Test
    void theNextPersonOnTheSameBrowserBeginsAnewAndWhoOpensNothingCameAlone() {
        String visitor = invites.touch(invites.code(invites.somebody(), invites.campaign()));
        invites.join(visitor);
        assertThat(invitations.find(invites.join(visitor))).isEmpty();
        assertThat(invitations.find(invites.join(null))).isEmpty();
    }

    @Test
    @Capability("L79")
    @Capability("REF-02")
    @Capability("X25")
    void theWholeChainIsKeptAndAnyDepthOfItCanBeAskedFor() throws Exception {
        long campaign = invites.campaign();
        long root = invites.somebody();
        long at = root;
        for (int i = 0; i < 5; i++) {
            at = invites.invited(invites.code(at, campaign));
        }
        invites.invited(invites.code(root, campaign));
        assertThat(chains.below(root, 20))
                .extracting(ChainStep::depth)
                .containsExactly(1, 1, 2, 3, 4, 5);
        assertThat(chains.below(root, 2)).hasSize(3);
        assertThat(chains.above(at)).hasSize(5).endsWith(root);
        mvc.perform(
                        get("/v1/members/" + PublicId.encode("mbr", root) + "/invite-chain")
                                .with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.below.length()").value(3))
                .andExpect(jsonPath("$.below[0].heldPoints").value(2_000));
    }

    @Test
    @Capability("L79")
    void aLinkCarriesItsChannelAndItsCodeCanBeTypedByHand() throws Exception {
        long campaign = invites.campaign();
        long inviter = invites.somebody();
        String made =
                mvc.perform(
                                post("/v1/me/invite-links")
                                        .with(SignIn.member(inviter))
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(
                                                """
                                                {"channel":"wechat","campaign":"%s","device":"d-%d"}
                                                """
                                                        .formatted(
                                                                PublicId.encode("inv", campaign),
                                                                inviter)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String code = JsonPath.read(made, "$.code");
        String typed = code.substring(0, 4).toLowerCase(Locale.ROOT) + " " + code.substring(4);
        String touched =
                mvc.perform(
                                post("/v1/invites/{code}/touches", typed)
                                        .with(SignIn.nobody())
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"device\":\"friend\"}"))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.invite.signUpPoints").value(1_000))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        Invitation bound = invitation(invites.join(JsonPath.read(touched, "$.visitor")));
        assertThat(bound.inviterId()).isEqualTo(inviter);
        assertThat(bound.channel()).isEqualTo("wechat");
        mvc.perform(
                        get("/v1/me/invites")
                                .param("campaign", PublicId.encode("inv", campaign))
                                .with(SignIn.member(inviter)))
                .andExpect(jsonPath("$.waiting").value(1))
                .andExpect(jsonPath("$.heldPoints").value(1_000));
        mvc.perform(
                        get("/v1/me/invitees")
                                .param("campaign", PublicId.encode("inv", campaign))
                                .with(SignIn.member(inviter)))
                .andExpect(jsonPath("$.items[0].name").value("测**"))
                .andExpect(jsonPath("$.items[0].state").value("waiting"));
        mvc.perform(get("/v1/me/invitation").with(SignIn.member(bound.inviteeId())))
                .andExpect(jsonPath("$.inviter").value("测**"))
                .andExpect(jsonPath("$.rewards[0].points").value(1_000));
    }

    @Test
    @Capability("REF-02")
    void theKFactorIsVisitorsPerInviterTimesTheShareThatJoins() {
        long campaign = invites.campaign();
        for (int i = 0; i < 2; i++) {
            String code = invites.code(invites.somebody(), campaign);
            invites.invited(code);
            invites.touch(code);
            String again = invites.touch(code);
            invites.touch(code, again, ShownTrace.NOTHING);
        }
        invites.code(invites.somebody(), campaign);
        var funnel = show.campaign(campaign).orElseThrow().funnel();
        assertThat(funnel.inviters()).isEqualTo(3);
        assertThat(funnel.clicks()).isEqualTo(8);
        assertThat(funnel.visitors()).isEqualTo(6);
        assertThat(funnel.registrations()).isEqualTo(2);
        assertThat(funnel.kFactor()).isEqualTo(2.0 * (2.0 / 6.0)).isEqualTo(2.0 / 3.0);
    }

    @Test
    void termsAreVersionedAndAnInvitationKeepsItsOwn() throws Exception {
        long campaign = invites.campaign();
        long inviter = invites.somebody();
        long bound = invites.invited(invites.code(inviter, campaign));
        Terms dearer =
                new Terms(
                        new Said("新", "New"),
                        clock.instant().minus(Duration.ofDays(1)),
                        clock.instant().plus(Duration.ofDays(9)),
                        7,
                        new Terms.Rewards(1, 2, 3, 4),
                        new Terms.Caps(5, 5),
                        List.of(),
                        Terms.Limits.USUAL);
        var write = context.getBean(WriteInviteCampaign.class);
        assertThat(write.revise(campaign, 1, dearer, "test"))
                .isInstanceOf(WriteInviteCampaign.Outcome.Revised.class);
        assertThat(write.revise(campaign, 1, dearer, "test"))
                .isEqualTo(new WriteInviteCampaign.Outcome.Overtaken(2));
        assertThat(invitation(bound).version()).isEqualTo(1);
        assertThat(invitation(invites.invited(invites.code(inviter, campaign))).version())
                .isEqualTo(2);
    }

    private long inviterOf(long newcomer) {
        return invitation(newcomer).inviterId();
    }

    private Invitation invitation(long newcomer) {
        return invitations.find(newcomer).orElseThrow();
    }
}
