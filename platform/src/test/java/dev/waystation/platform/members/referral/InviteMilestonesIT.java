package dev.waystation.platform.members.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.members.loyalty.Tiers;
import dev.waystation.platform.members.referral.model.BoardPlace;
import dev.waystation.platform.members.referral.model.Milestone;
import dev.waystation.platform.members.referral.store.BoardStore;
import dev.waystation.platform.members.referral.usecase.MoveInviteCampaign;
import dev.waystation.platform.members.referral.usecase.ReviewInvitation;
import dev.waystation.platform.members.referral.usecase.ShowInviteBoard;
import dev.waystation.platform.members.referral.usecase.ShowMyInvites;
import dev.waystation.platform.selling.booking.facts.TicketIssued;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prizes for three and ten friends, and the board of ten. */
@PlatformIT
class InviteMilestonesIT {

    @Autowired ApplicationContext context;
    @Autowired DraftCampaign coupons;
    @Autowired Tiers tiers;
    @Autowired BoardStore board;
    @Autowired ShowInviteBoard showBoard;
    @Autowired ShowMyInvites show;
    @Autowired MoveInviteCampaign move;
    @Autowired ReviewInvitation review;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private Invites invites;

    @BeforeEach
    void prepare() {
        invites = new Invites(context);
    }

    @Test
    @Capability("L81")
    @Capability("REF-02")
    void threeFriendsWhoTravelledBringATicketCouponAndTenATier() {
        long ticket = coupon();
        long campaign =
                invites.campaign(
                        new Milestone(
                                3,
                                Milestone.Kind.COUPON,
                                PublicId.encode("cmp", ticket),
                                0,
                                new Said("一张票券", "a ticket")),
                        new Milestone(
                                10,
                                Milestone.Kind.TIER,
                                "main:gold",
                                90,
                                new Said("金卡 90 天", "Gold for 90 days")));
        long inviter = invites.somebody();
        String code = invites.code(inviter, campaign);
        bring(code, 2);
        invites.invited(code);
        assertThat(held(inviter, ticket)).as("the third has not travelled").isZero();
        assertThat(progress(inviter, campaign)).containsExactly(false, false);
        bring(code, 1);
        assertThat(held(inviter, ticket)).isEqualTo(1);
        assertThat(progress(inviter, campaign)).containsExactly(true, false);
        bring(code, 6);
        assertThat(tiers.current(inviter).code()).isEqualTo("standard");
        bring(code, 1);
        assertThat(tiers.current(inviter).code()).isEqualTo("gold");
        assertThat(held(inviter, ticket)).isEqualTo(1);
        assertThat(progress(inviter, campaign)).containsExactly(true, true);
    }

    @Test
    @Capability("L81")
    @Capability("REF-02")
    void theBoardOfTenMovesUntilTheCampaignClosesAndNeverAfter() {
        long campaign = invites.campaign();
        List<Long> inviters = new ArrayList<>();
        List<Long> friends = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            long inviter = invites.somebody();
            inviters.add(inviter);
            friends.addAll(bring(invites.code(inviter, campaign), i == 11 ? 3 : i == 10 ? 2 : 1));
        }
        assertThat(places(campaign)).hasSize(10).startsWith(inviters.get(11), inviters.get(10));
        assertThat(board.placeOf(campaign, inviters.get(10))).isEqualTo(2);
        long fallen = friends.get(10);
        reject(fallen);
        assertThat(places(campaign))
                .as("the control: while it runs a rejection moves the board")
                .startsWith(inviters.get(11), inviters.getFirst())
                .doesNotContain(inviters.get(10));
        assertThat(move.close(campaign)).isTrue();
        List<BoardPlace> frozen = board.frozen(campaign);
        assertThat(frozen).hasSize(10);
        reject(friends.get(12));
        TicketIssued late = invites.ticket(friends.get(13), Invites.number());
        invites.tell(late, invites.refund(late));
        assertThat(board.live(campaign)).isNotEqualTo(frozen);
        assertThat(board.frozen(campaign)).isEqualTo(frozen);
        assertThat(showBoard.handle(campaign).orElseThrow().frozen()).isTrue();
        assertThat(places(campaign)).isEqualTo(frozen.stream().map(BoardPlace::memberId).toList());
        assertThat(move.close(campaign)).as("it closes once").isFalse();
        for (String change :
                List.of(
                        "update referral.board_place set invites = 99 where campaign_id = ",
                        "delete from referral.board_place where campaign_id = ")) {
            assertThatThrownBy(() -> jdbc.sql(change + campaign).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("does not change");
        }
    }

    @Test
    void aCampaignClosesByItselfWhenItsEndHasComeAndLinksEndWithIt() {
        long campaign = invites.campaign();
        String code = invites.code(invites.somebody(), campaign);
        String visitor = invites.touch(code);
        jdbc.sql("update referral.campaign set ends_at = :now where campaign_id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", campaign)
                .update();
        move.closeOver(clock.instant());
        long newcomer = invites.join(visitor);
        assertThat(refusal(newcomer)).isEqualTo("INVITE_CAMPAIGN_IS_CLOSED");
    }

    private List<Long> bring(String code, int count) {
        List<Long> friends = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long friend = invites.invited(code);
            invites.travel(friend);
            friends.add(friend);
        }
        return friends;
    }

    private void reject(long friend) {
        jdbc.sql("update referral.invitation set review = 'OPEN' where invitee_id = :id")
                .param("id", friend)
                .update();
        assertThat(
                        review.handle(
                                new ReviewInvitation.Command(
                                        friend, false, "not a person", "staff:1")))
                .isEqualTo(ReviewInvitation.Outcome.DECIDED);
    }

    private List<Long> places(long campaign) {
        return showBoard.handle(campaign).orElseThrow().places().stream()
                .map(each -> each.place().memberId())
                .toList();
    }

    private List<Boolean> progress(long inviter, long campaign) {
        return show.handle(inviter, campaign).orElseThrow().goals().stream()
                .map(each -> each.reachedAt() != null)
                .toList();
    }

    private String refusal(long newcomer) {
        return jdbc.sql("select refusal from referral.invitation where invitee_id = :id")
                .param("id", newcomer)
                .query(String.class)
                .single();
    }

    private long held(long member, long coupon) {
        return jdbc.sql(
                        "select count(*) from benefits.coupon where member_id = :m and campaign_id = :c")
                .param("m", member)
                .param("c", coupon)
                .query(Long.class)
                .single();
    }

    private long coupon() {
        Instant now = clock.instant();
        Campaign draft =
                new Campaign(
                        0,
                        new Said("免票券", "A ticket"),
                        Campaign.Kind.PERSONAL,
                        Campaign.State.LIVE,
                        new Campaign.Stacking("invite", "invite"),
                        new Campaign.Worth("PERCENT", 10_000, 20_000, 0, "CNY"),
                        Set.of(),
                        Map.of(),
                        new Campaign.Window(
                                now.minusSeconds(60), now.plus(Duration.ofDays(400)), null),
                        new Campaign.Limits(null, null, null, null, 1));
        return ((DraftCampaign.Outcome.Drafted) coupons.handle(draft, "")).campaign().id();
    }
}
