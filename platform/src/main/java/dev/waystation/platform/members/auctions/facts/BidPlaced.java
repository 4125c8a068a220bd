package dev.waystation.platform.members.auctions.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A bid counts; `most` is what its member would pay at most. */
public record BidPlaced(
        long memberId,
        long auctionId,
        long sequence,
        long most,
        long price,
        boolean leading,
        Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
