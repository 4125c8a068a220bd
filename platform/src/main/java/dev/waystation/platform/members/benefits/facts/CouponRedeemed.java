package dev.waystation.platform.members.benefits.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/** A paid order used a coupon. */
public record CouponRedeemed(
        long memberId, long campaignId, UUID orderRef, long discountMinor, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
