package dev.waystation.platform.members.auctions;

import java.util.List;

/** A few auctions with bids for a demo world. */
public interface SeedAuctions {

    /**
     * @param bidders members with points
     */
    void seed(List<Long> bidders);
}
