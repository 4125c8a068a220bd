package dev.waystation.platform.members.auctions.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A member has won and paid. */
public record AuctionWon(
        long memberId, long auctionId, long price, String nameZh, String nameEn, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
