package dev.waystation.platform.members.wallet;

/** Why nothing was drawn from a family's points, returned to them, or transferred. */
public enum PoolRefusal {
    POOL_NOT_FOUND,
    POOL_IS_FROZEN,
    POOL_OWNER_ONLY,
    POOL_NOT_ACTIVE_YET,
    POOL_LIMIT_REACHED,
    POOL_IS_TOO_LOW,
    POOL_BALANCES_MOVED,
    POOL_DRAW_UNKNOWN,
    POOL_RETURN_EXCEEDS_DRAW,
    POOL_REFERENCE_TAKEN,
    TRANSFER_TO_SELF,
    TRANSFER_RECIPIENT_UNKNOWN,
    TRANSFER_OUTSIDE_FAMILY,
    TRANSFER_TOO_SMALL,
    TRANSFER_COOLING_DOWN,
    TRANSFER_LIMIT_REACHED,
    TRANSFER_BALANCE_TOO_LOW
}
