package dev.waystation.platform.members.auctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.StubbornRow;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.auctions.model.Auction;
import dev.waystation.platform.members.auctions.model.Bid;
import dev.waystation.platform.members.auctions.model.BidHold;
import dev.waystation.platform.members.auctions.usecase.RunAuction;
import dev.waystation.platform.members.benefits.usecase.ShowRewards;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuctionIT extends AuctionDesk {

    @Autowired ShowRewards rewards;
    @Autowired JdbcClient jdbc;

    @Test
    @Capability("L89")
    void theNextBidPlusAStepIsThePriceAndALosersPointsAreFree() {
        long auction = auction(1, 0);
        long ann = bidder(2_000);
        long ben = bidder(2_000);
        assertThat(bid(auction, ann, 99)).isEqualTo("AUCTION_BID_TOO_LOW");
        assertThat(bid(auction, ann, 10_001)).isEqualTo("AUCTION_BID_TOO_HIGH");
        assertThat(bid(auction, ann, 800)).isEqualTo("LEADING");
        assertThat(seen(auction).auction().price()).isEqualTo(100);
        assertThat(purse(ann)).isEqualTo("1200+800");
        assertThat(bid(auction, ben, 120)).isEqualTo("AUCTION_BID_TOO_LOW");
        assertThat(bid(auction, ben, 500)).isEqualTo("OUTBID");
        assertThat(seen(auction).auction().price()).isEqualTo(550);
        assertThat(purse(ben)).as("who loses at once is not held").isEqualTo("2000+0");
        assertThat(bid(auction, ann, 820)).isEqualTo("AUCTION_RAISE_TOO_SMALL");
        assertThat(bid(auction, ann, 1_200)).isEqualTo("LEADING");
        assertThat(purse(ann)).as("a raise holds the difference").isEqualTo("800+1200");
        assertThat(seen(auction).auction().price()).isEqualTo(550);
        assertThat(bid(auction, ben, 2_100)).isEqualTo("AUCTION_POINTS_DO_NOT_SUFFICE");
        assertThat(bid(auction, ben, 2_000)).isEqualTo("LEADING");
        assertThat(purse(ann)).isEqualTo("2000+0");
        assertThat(seenBy(auction, ben).held()).isEqualTo(2_000);
        end(auction);
        assertThat(purse(ben)).as("pays the price, not the offer").isEqualTo("750+0");
        assertThat(prizes(ben, auction)).isEqualTo(1);
    }

    @Test
    void anAuctionThatCannotBeClosedKeepsNoOtherOpen() {
        long broken = auction(1, 0);
        long next = auction(1, 0);
        long ann = bidder(2_000);
        assertThat(bid(next, ann, 800)).isEqualTo("LEADING");
        clock.advance(Duration.ofHours(26));
        try (var stuck = new StubbornRow(jdbc, "auctions.auction", "old.auction_id = " + broken)) {
            assertThatThrownBy(() -> close.allDue(clock.instant()))
                    .hasMessageContaining("stubborn");
            pump.drain();
            assertThat(prizes(ann, next)).as("%s", stuck).isEqualTo(1);
        }
        close.allDue(clock.instant());
        assertThat(seen(broken).auction().state()).isEqualTo(Auction.State.CLOSED);
    }

    @Test
    @Capability("L89")
    void twoUnitsGoToTheBestTwoAndOfEqualBidsTheEarlierWins() {
        long auction = auction(2, 0);
        long first = bidder(1_000);
        long second = bidder(1_000);
        long third = bidder(1_000);
        bid(auction, first, 400);
        bid(auction, second, 600);
        assertThat(bid(auction, third, 400)).as("equal but later").isEqualTo("OUTBID");
        assertThat(seen(auction).auction().price()).isEqualTo(400);
        end(auction);
        assertThat(purse(first)).isEqualTo("600+0");
        assertThat(purse(second)).isEqualTo("600+0");
        assertThat(purse(third)).isEqualTo("1000+0");
        assertThat(seenBy(auction, third).own()).extracting(Bid::state).isEqualTo(Bid.State.OUTBID);
    }

    @Test
    @Capability("L89")
    void aBidInTheLastMomentsExtendsButOnlySoOften() {
        long auction = auction(1, 0);
        Instant closes = seen(auction).auction().clocking().closes();
        bid(auction, bidder(9_000), 200);
        assertThat(seen(auction).auction().clocking().closes()).isEqualTo(closes);
        for (int late = 1; late <= 3; late++) {
            Instant before = seen(auction).auction().clocking().closes();
            clock.moveTo(before.minusSeconds(1));
            bid(auction, bidder(9_000), 200 + late * 1_000);
            Instant after = seen(auction).auction().clocking().closes();
            assertThat(after).isEqualTo(late <= 2 ? before.plusSeconds(179) : before);
        }
        clock.moveTo(seen(auction).auction().clocking().closes());
        assertThat(bid(auction, bidder(9_000), 9_000)).isEqualTo("AUCTION_IS_OVER");
    }

    @Test
    @Capability("L89")
    void aWinnerWhoMayNotWinGivesWayToTheNextWhoseHoldWasKept() {
        long auction = auction(1, 1);
        long shill = bidder(1_000);
        long next = bidder(1_000);
        long other = bidder(1_000);
        bid(auction, other, 200);
        bid(auction, next, 500);
        bid(auction, shill, 900);
        assertThat(purse(next)).as("next in line stays held").isEqualTo("500+500");
        assertThat(purse(other)).isEqualTo("1000+0");
        end(auction);
        assertThat(purse(shill)).isEqualTo("450+0");
        assertThat(run.disqualify(auction, shill, "bids for the seller"))
                .isInstanceOf(RunAuction.Outcome.Done.class);
        close.handle(auction);
        assertThat(purse(shill)).isEqualTo("1000+0");
        assertThat(purse(next)).as("a step above the offer behind it").isEqualTo("750+0");
        assertThat(prizes(shill, auction)).isZero();
        assertThat(prizes(next, auction)).isEqualTo(1);
        clock.advance(Duration.ofHours(24));
        close.handle(auction);
        assertThat(seen(auction).auction().state()).isEqualTo(Auction.State.CLOSED);
        assertThat(run.disqualify(auction, next, "too late"))
                .isEqualTo(new RunAuction.Outcome.Refused(AuctionRefusal.AUCTION_FALLBACK_IS_OVER));
    }

    @Test
    @Capability("L89")
    void aKillBetweenPaymentAndPrizeEndsInOnePaymentAndOnePrize() {
        long auction = auction(1, 0);
        long member = bidder(1_000);
        bid(auction, member, 700);
        clock.moveTo(seen(auction).auction().clocking().closes());
        // What a closer did that died before its commit: the wallet has the capture, we have
        // nothing.
        points.post(
                new PointsCommand.Capture(
                        BidHold.reference(auction, member, 1, "capture"),
                        member,
                        Points.POINTS,
                        BidHold.reference(auction, member, 1, "hold 700"),
                        100,
                        "auction"));
        for (int again = 0; again < 3; again++) {
            close.handle(auction);
        }
        assertThat(purse(member)).isEqualTo("900+0");
        assertThat(prizes(member, auction)).isEqualTo(1);
    }

    @Test
    @Capability("L89")
    void aFamilyBidsOnceAndDebtBarsBids() {
        long auction = auction(2, 1);
        long mother = bidder(1_000);
        long father = bidder(1_000);
        household(mother, father);
        assertThat(bid(auction, mother, 300)).isEqualTo("LEADING");
        assertThat(bid(auction, father, 400)).isEqualTo("AUCTION_FAMILY_BIDS_ALREADY");
        long debtor = debtor();
        assertThat(bid(auction, debtor, 300)).isEqualTo("AUCTION_DEBT_BARS_BIDS");
        run.cancel(auction);
        assertThat(purse(mother)).as("a stopped auction frees everybody").isEqualTo("1000+0");
    }

    @Test
    @Capability("L89")
    void whatADyingCloserCapturedComesBackToAWinnerWhoFellIntoDebt() {
        long auction = auction(1, 0);
        long member = bidder(1_000);
        bid(auction, member, 700);
        clock.moveTo(seen(auction).auction().clocking().closes());
        points.post(
                new PointsCommand.Capture(
                        BidHold.reference(auction, member, 1, "capture"),
                        member,
                        Points.POINTS,
                        BidHold.reference(auction, member, 1, "hold 700"),
                        100,
                        "auction"));
        assertThat(purse(member)).isEqualTo("900+0");
        fallIntoDebt(member);
        for (int again = 0; again < 2; again++) {
            close.handle(auction);
        }
        assertThat(prizes(member, auction)).isZero();
        assertThat(purse(member)).as("paid for nothing, so nothing is paid").isEqualTo("1000+0");
    }

    private long debtor() {
        long member = bidder(1_000);
        fallIntoDebt(member);
        return member;
    }

    private void fallIntoDebt(long member) {
        UUID earn = UUID.randomUUID();
        points.post(
                new PointsCommand.Credit(
                        earn,
                        member,
                        Points.QUALIFYING,
                        5_000,
                        LocalDate.now(clock).plusDays(99),
                        Explanation.of(Said.same("test")),
                        "test"));
        points.post(
                new PointsCommand.Spend(
                        UUID.randomUUID(), member, Points.QUALIFYING, 5_000, "test"));
        points.post(
                new PointsCommand.TakeBack(
                        UUID.randomUUID(), member, Points.QUALIFYING, earn, 5_000, "test", 9_999L));
        assertThat(points.balance(member, Points.QUALIFYING).debt()).isPositive();
    }

    private void household(long owner, long kin) {
        long id = jdbc.sql(HOUSEHOLD).param("owner", owner).query(Long.class).single();
        for (long member : new long[] {owner, kin}) {
            jdbc.sql(KIN)
                    .param("id", id)
                    .param("member", member)
                    .param("role", member == owner ? "OWNER" : "ADULT")
                    .update();
        }
    }

    private static final String HOUSEHOLD =
            """
            insert into membership.household (owner_id, formed_at) values (:owner, now())
            returning id
            """;

    private static final String KIN =
            """
            insert into membership.household_member
              (household_id, member_id, joined_at, role, active_on)
            values (:id, :member, now(), :role, date '2026-01-01')
            """;

    private long prizes(long member, long auction) {
        return rewards.entitlements(member).stream()
                .filter(each -> each.entitlement().source().equals("auction:" + auction))
                .count();
    }
}
