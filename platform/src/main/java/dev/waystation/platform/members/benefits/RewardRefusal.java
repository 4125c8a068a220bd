package dev.waystation.platform.members.benefits;

/** Why a step in the reward mall did not happen. */
public enum RewardRefusal {
    REWARD_NOT_FOUND,
    REWARD_IS_CLOSED,
    REWARD_IS_SOLD_OUT,
    REWARD_LIMIT_IS_REACHED,
    TOO_FEW_POINTS_IN_THE_SHARE,
    TOO_MANY_POINTS_IN_THE_SHARE,
    FIRST_USE_NEEDS_MORE_POINTS,
    POINTS_DO_NOT_SUFFICE,
    REWARD_ORDER_NOT_FOUND,
    REWARD_STEP_FORBIDDEN
}
