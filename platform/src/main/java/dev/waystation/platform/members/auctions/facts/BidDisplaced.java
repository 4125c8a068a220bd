package dev.waystation.platform.members.auctions.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A bid can no longer win; its points are free. */
public record BidDisplaced(long memberId, long auctionId, long price, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
