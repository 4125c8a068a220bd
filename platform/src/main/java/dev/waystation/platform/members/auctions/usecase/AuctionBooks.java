package dev.waystation.platform.members.auctions.usecase;

import dev.waystation.platform.members.auctions.model.Bid;
import dev.waystation.platform.members.auctions.store.AuctionStore;
import dev.waystation.platform.members.auctions.store.BidStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** Auctions, bids and points as use cases need them together. */
@Component
class AuctionBooks {

    private final AuctionStore auctions;
    private final BidStore bids;
    private final BidPoints points;

    AuctionBooks(AuctionStore auctions, BidStore bids, BidPoints points) {
        this.auctions = auctions;
        this.bids = bids;
        this.points = points;
    }

    AuctionStore auctions() {
        return auctions;
    }

    BidStore bids() {
        return bids;
    }

    BidPoints points() {
        return points;
    }

    /** Every offer that was made and not taken away. */
    List<Bid> standing(long auction) {
        return bids.of(auction).stream().filter(bid -> bid.state().stands()).toList();
    }

    /** Those with points held. */
    List<Bid> live(long auction) {
        return bids.of(auction).stream().filter(bid -> bid.state().live()).toList();
    }
}
