package dev.waystation.platform.members.referral.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/**
 * A reward is promised, came true or is taken back; the wallet is told next.
 *
 * @param state HELD, EARNED, CANCELLED or REVERSED
 */
public record InviteRewardMoved(
        long memberId,
        UUID rewardId,
        long campaignId,
        String stage,
        long points,
        String state,
        String explanationId,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
