package dev.waystation.platform.members.auctions.usecase;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the wallet that the points of a displaced bid are free; safe to call again. */
@Service
public class FreeHolds {

    private final AuctionBooks books;

    FreeHolds(AuctionBooks books) {
        this.books = books;
    }

    @Transactional
    public void handle(long auctionId, long memberId) {
        // The auction's row first, as everywhere: a bid may just be using these holds.
        books.auctions().locked(auctionId);
        books.points().free(auctionId, memberId);
    }
}
