package dev.waystation.platform.members.auctions;

/** Why a step in an auction did not happen. */
public enum AuctionRefusal {
    AUCTION_NOT_FOUND,
    AUCTION_NOT_OPEN_YET,
    AUCTION_IS_OVER,
    AUCTION_BID_TOO_LOW,
    AUCTION_BID_TOO_HIGH,
    AUCTION_RAISE_TOO_SMALL,
    AUCTION_FAMILY_BIDS_ALREADY,
    AUCTION_DEBT_BARS_BIDS,
    AUCTION_POINTS_DO_NOT_SUFFICE,
    AUCTION_HAS_NO_SUCH_WINNER,
    AUCTION_FALLBACK_IS_OVER
}
