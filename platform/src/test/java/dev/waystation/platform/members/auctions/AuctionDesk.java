package dev.waystation.platform.members.auctions;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.auctions.model.Auction;
import dev.waystation.platform.members.auctions.usecase.CloseAuction;
import dev.waystation.platform.members.auctions.usecase.PlaceBid;
import dev.waystation.platform.members.auctions.usecase.RunAuction;
import dev.waystation.platform.members.auctions.usecase.ShowAuctions;
import dev.waystation.platform.members.wallet.Balance;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;

/** Auctions and bidders for tests. */
@PlatformIT
abstract class AuctionDesk {

    private static final AtomicLong MEMBERS = new AtomicLong(7_300_000_000L);

    @Autowired RunAuction run;
    @Autowired PlaceBid place;
    @Autowired CloseAuction close;
    @Autowired ShowAuctions show;
    @Autowired Points points;
    @Autowired FactPump pump;
    @Autowired WorldClock clock;

    /** Starts at 100, steps of 50, at most 10,000; open for an hour, two late extensions. */
    long auction(int units, int runners) {
        return run.open(
                new Auction(
                        0,
                        new Said("静音车厢座位", "Quiet carriage seat"),
                        new Auction.Prize("lounge", 1, 30),
                        units,
                        runners,
                        new Auction.Bounds(100, 50, 10_000),
                        new Auction.Clocking(
                                clock.instant(),
                                clock.instant().plus(Duration.ofHours(1)),
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(3),
                                0,
                                2,
                                24),
                        Auction.State.OPEN,
                        0,
                        100));
    }

    long bidder(long with) {
        long member = MEMBERS.incrementAndGet();
        points.credit(
                new PointsCredit(
                        UUID.randomUUID(),
                        member,
                        Points.POINTS,
                        with,
                        LocalDate.now(clock).plusDays(300),
                        Explanation.of(Said.same("test")),
                        "test"));
        return member;
    }

    /** How the bid stands, or why it does not count. */
    String bid(long auction, long member, long most) {
        return switch (place.handle(new PlaceBid.Command(member, auction, most))) {
            case PlaceBid.Outcome.Placed placed -> placed.state().name();
            case PlaceBid.Outcome.Refused refused -> refused.code().name();
        };
    }

    void end(long auction) {
        clock.moveTo(seen(auction).auction().clocking().closes());
        close.handle(auction);
        pump.drain();
    }

    ShowAuctions.Seen seen(long auction) {
        return show.one(auction, null).orElseThrow();
    }

    ShowAuctions.Seen seenBy(long auction, long member) {
        return show.one(auction, member).orElseThrow();
    }

    Balance balance(long member) {
        return points.balance(member, Points.POINTS);
    }

    /** What they can spend and what is held, as {@code 400+100}. */
    String purse(long member) {
        pump.drain();
        return balance(member).spendable() + "+" + balance(member).held();
    }
}
