package dev.waystation.platform.members.passes;

/** Why a step with a pass did not happen; the gate's reasons are {@link GateRefusal}. */
public enum PassRefusal {
    PASS_PRODUCT_NOT_FOUND,
    PASS_PRODUCT_IS_CLOSED,
    PASS_CODE_EXISTS_ALREADY,
    PASS_HOLDER_UNKNOWN,
    PASS_TAKES_NO_POINTS,
    PASS_POINTS_EXCEED_PRICE,
    PASS_POINTS_DO_NOT_SUFFICE,
    PASS_NOT_FOUND,
    PASS_STATE_FORBIDS,
    PASS_RENEWAL_TOO_EARLY,
    PASS_RENEWAL_TOO_LATE,
    PASS_WAS_RENEWED,
    PASS_UPGRADE_MUST_COST_MORE,
    PASS_IS_BOUND_TO_ITS_HOLDER,
    PASS_HAS_BEEN_USED,
    PASS_SITE_UNKNOWN
}
