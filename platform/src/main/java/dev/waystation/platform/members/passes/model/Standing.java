package dev.waystation.platform.members.passes.model;

/** How a pass stands on a day, for people. */
public enum Standing {
    WAITS_FOR_FIRST_USE,
    BEGINS_LATER,
    VALID,
    RESTS,
    ENDED,
    BLOCKED,
    RETURNED,
    UPGRADED,
    UNPAID
}
