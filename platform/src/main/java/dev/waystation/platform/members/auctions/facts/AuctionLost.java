package dev.waystation.platform.members.auctions.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** An auction ended without the member; nothing is held any more. */
public record AuctionLost(long memberId, long auctionId, String cause, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
