package dev.waystation.platform.members.auctions.usecase;

import dev.waystation.platform.members.auctions.model.Auction;
import dev.waystation.platform.members.auctions.model.BidHold;
import dev.waystation.platform.members.auctions.store.BidStore;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The wallet behind bids. It answers durably and does not join our transaction, so every command
 * has a reference made from auction, member and hold, and may be sent again.
 */
@Component
class BidPoints {

    private static final String SOURCE = "auction";

    private final Points points;
    private final BidStore bids;

    BidPoints(Points points, BidStore bids) {
        this.points = points;
        this.bids = bids;
    }

    /** Whoever owes of either currency settles that first. */
    boolean inDebt(long member) {
        return points.balance(member, Points.POINTS).debt() > 0
                || points.balance(member, Points.QUALIFYING).debt() > 0;
    }

    /** Holds more for a bid; the number says how much was possible when it is not enough. */
    Optional<Long> hold(Auction auction, long member, long amount) {
        free(auction.id(), member);
        int nth = bids.holds(auction.id(), member).size() + 1;
        PostOutcome outcome =
                points.post(
                        new PointsCommand.Hold(
                                held(auction.id(), member, nth, amount),
                                member,
                                Points.POINTS,
                                amount,
                                auction.clocking().latestEnd(),
                                SOURCE));
        if (outcome instanceof PostOutcome.Refused(var _, long _, long possible)) {
            return Optional.of(possible);
        }
        bids.hold(auction.id(), member, nth, amount);
        return Optional.empty();
    }

    /** Tells the wallet about every hold of a bid that is free. */
    void free(long auction, long member) {
        for (BidHold hold : bids.holds(auction, member)) {
            if (hold.state() == BidHold.State.FREED) {
                points.post(release(auction, member, hold));
                bids.mark(auction, member, hold.nth(), BidHold.State.RELEASED, 0);
            }
        }
    }

    /** Takes the price out of a bid's holds; false when a hold has run out. */
    boolean capture(long auction, long member, long price) {
        long left = price;
        for (BidHold hold : bids.holds(auction, member)) {
            if (hold.state() != BidHold.State.OPEN) {
                continue;
            }
            long part = Math.min(left, hold.amount());
            if (part == 0) {
                points.post(release(auction, member, hold));
                bids.mark(auction, member, hold.nth(), BidHold.State.RELEASED, 0);
                continue;
            }
            PostOutcome outcome =
                    points.post(
                            new PointsCommand.Capture(
                                    reference(auction, member, hold, "capture"),
                                    member,
                                    Points.POINTS,
                                    held(auction, member, hold),
                                    part,
                                    SOURCE));
            if (outcome instanceof PostOutcome.Refused) {
                return false;
            }
            bids.mark(auction, member, hold.nth(), BidHold.State.CAPTURED, part);
            left -= part;
        }
        return left == 0;
    }

    /**
     * Gives everything that a bid paid back to the lots it came from. A closer that died before its
     * commit may have captured what we still take for held; the wallet knows.
     */
    void giveBack(long auction, long member) {
        for (BidHold hold : bids.holds(auction, member)) {
            long paid =
                    switch (hold.state()) {
                        case CAPTURED -> giveBack(auction, member, hold, hold.captured());
                        case OPEN -> giveBack(auction, member, hold, hold.amount());
                        case FREED, RELEASED, GIVEN_BACK -> 0;
                    };
            if (paid > 0) {
                bids.mark(auction, member, hold.nth(), BidHold.State.GIVEN_BACK, paid);
            }
        }
    }

    /** Up to so many of what was captured; answers how many came back. */
    private long giveBack(long auction, long member, BidHold hold, long most) {
        PostOutcome outcome =
                points.post(
                        new PointsCommand.GiveBack(
                                reference(auction, member, hold, "back"),
                                member,
                                Points.POINTS,
                                reference(auction, member, hold, "capture"),
                                most,
                                SOURCE));
        if (outcome instanceof PostOutcome.Refused(var _, long _, long possible)) {
            return possible > 0 && possible < most ? giveBack(auction, member, hold, possible) : 0;
        }
        return most;
    }

    private static PointsCommand release(long auction, long member, BidHold hold) {
        return new PointsCommand.Release(
                reference(auction, member, hold, "release"),
                member,
                Points.POINTS,
                held(auction, member, hold),
                SOURCE);
    }

    private static UUID held(long auction, long member, BidHold hold) {
        return held(auction, member, hold.nth(), hold.amount());
    }

    /** An attempt that died before our commit is found again by the next of the same amount. */
    private static UUID held(long auction, long member, int nth, long amount) {
        return BidHold.reference(auction, member, nth, "hold " + amount);
    }

    private static UUID reference(long auction, long member, BidHold hold, String what) {
        return BidHold.reference(auction, member, hold.nth(), what);
    }
}
