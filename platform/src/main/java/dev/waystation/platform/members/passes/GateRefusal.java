package dev.waystation.platform.members.passes;

/** Why a pass does not open the gate, in the order in which the gate looks. */
public enum GateRefusal {
    PASS_TOKEN_IS_NOT_OURS,
    PASS_TOKEN_HAS_LAPSED,
    PASS_MEDIUM_WAS_REPLACED,
    PASS_IS_NOT_PAID,
    PASS_IS_BLOCKED,
    PASS_WAS_GIVEN_UP,
    PASS_SITE_NOT_INCLUDED,
    PASS_USE_IS_IN_THE_FUTURE,
    PASS_NOT_YET_VALID,
    PASS_HAS_ENDED,
    PASS_DAY_IS_BLACKED_OUT,
    PASS_RESTS,
    PASS_USES_OF_THE_DAY_ARE_GONE,
    PASS_RE_ENTRY_TOO_SOON
}
