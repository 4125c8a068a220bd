package dev.waystation.platform.members.benefits.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A member took a coupon out of a campaign's stock. */
public record CouponClaimed(
        long memberId, long campaignId, long sequence, Instant expiresAt, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
