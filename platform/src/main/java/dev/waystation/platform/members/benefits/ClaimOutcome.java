package dev.waystation.platform.members.benefits;

import java.time.Instant;

/** The durable answer to a claim. */
public sealed interface ClaimOutcome {

    /**
     * The member has the coupon.
     *
     * @param sequence which one of the campaign's stock it is, from 1
     * @param repeated whether an earlier claim under this reference got it
     */
    record Claimed(
            String couponId, long campaignId, long sequence, Instant expiresAt, boolean repeated)
            implements ClaimOutcome {}

    record Refused(CouponRefusal code, int limit) implements ClaimOutcome {}
}
