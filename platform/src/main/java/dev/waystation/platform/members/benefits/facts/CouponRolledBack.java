package dev.waystation.platform.members.benefits.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/** A used coupon came back, because its order was refunded or undone. */
public record CouponRolledBack(
        long memberId,
        long campaignId,
        UUID orderRef,
        long discountMinor,
        String cause,
        Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return memberId;
    }
}
