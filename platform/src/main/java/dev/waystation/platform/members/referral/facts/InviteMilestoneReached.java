package dev.waystation.platform.members.referral.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * So many people a member invited have travelled.
 *
 * @param kind COUPON or TIER
 * @param prize a coupon campaign's public id, or club and tier as {@code main:gold}
 * @param days how long a tier lasts
 */
public record InviteMilestoneReached(
        long memberId,
        long campaignId,
        int invites,
        String kind,
        String prize,
        int days,
        String explanationId,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
