package dev.waystation.platform.members.auctions.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.auctions.AuctionRefusal;
import dev.waystation.platform.members.auctions.model.Auction;
import dev.waystation.platform.members.auctions.model.Bid;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about an auction: open one, stop it, take a win away. */
@Service
public class RunAuction {

    private final AuctionBooks books;
    private final CloseAuction close;
    private final Clock clock;

    RunAuction(AuctionBooks books, CloseAuction close, Clock clock) {
        this.books = books;
        this.close = close;
        this.clock = clock;
    }

    /** The answer. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        record Refused(AuctionRefusal code) implements Outcome {}
    }

    @Transactional
    public long open(Auction auction) {
        return books.auctions().add(auction);
    }

    /** Nobody wins, everybody is free. */
    @Transactional
    public Outcome cancel(long auctionId) {
        Auction auction = books.auctions().locked(auctionId).orElse(null);
        if (auction == null) {
            return new Outcome.Refused(AuctionRefusal.AUCTION_NOT_FOUND);
        }
        if (auction.state() != Auction.State.OPEN) {
            return new Outcome.Refused(AuctionRefusal.AUCTION_IS_OVER);
        }
        books.live(auctionId).forEach(bid -> close.letGo(auctionId, bid.memberId(), "cancelled"));
        books.auctions().move(auctionId, Auction.State.CANCELLED);
        return new Outcome.Done();
    }

    /** A win that must not stand goes to the best runner-up, within the hours of fallback. */
    @Transactional
    public Outcome disqualify(long auctionId, long memberId, String cause) {
        Malformed.require(
                !cause.isBlank() && cause.length() <= 200, "cause", cause, "say why, briefly");
        Auction auction = books.auctions().locked(auctionId).orElse(null);
        if (auction == null) {
            return new Outcome.Refused(AuctionRefusal.AUCTION_NOT_FOUND);
        }
        boolean winner =
                books.bids()
                        .one(auctionId, memberId)
                        .filter(bid ->
                                bid.state() == Bid.State.WON || bid.state() == Bid.State.WINNING)
                        .isPresent();
        if (!winner) {
            return new Outcome.Refused(AuctionRefusal.AUCTION_HAS_NO_SUCH_WINNER);
        }
        if (auction.state() != Auction.State.CLOSING
                || !clock.instant().isBefore(auction.clocking().ends())) {
            return new Outcome.Refused(AuctionRefusal.AUCTION_FALLBACK_IS_OVER);
        }
        close.fail(auction, memberId, cause);
        return new Outcome.Done();
    }
}
