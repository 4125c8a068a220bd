package dev.waystation.platform.members.referral.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A newcomer counts as invited by a member; at most once in the newcomer's life. */
public record InvitationBound(
        long inviterId,
        long inviteeId,
        long campaignId,
        String channel,
        String explanationId,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return inviterId;
    }
}
