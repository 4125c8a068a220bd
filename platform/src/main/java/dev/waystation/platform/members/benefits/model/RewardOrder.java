package dev.waystation.platform.members.benefits.model;

import java.time.Instant;
import java.util.UUID;

/** One order of the reward mall. */
public record RewardOrder(
        long memberId,
        UUID reference,
        long rewardId,
        RewardState state,
        Reward.Split paid,
        Instant placedAt,
        Instant expiresAt) {}
