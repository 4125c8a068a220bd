package dev.waystation.platform.members.referral.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** Staff decided whether an invitation that looked wrong counts. */
public record InvitationReviewed(
        long inviteeId,
        long inviterId,
        long campaignId,
        boolean approved,
        String reason,
        String actor,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return inviterId;
    }
}
