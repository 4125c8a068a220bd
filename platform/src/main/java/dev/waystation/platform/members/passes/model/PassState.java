package dev.waystation.platform.members.passes.model;

/** Where a pass stands; whether it is valid on a day follows from its days. */
public enum PassState {
    ORDERED,
    PAID,
    BLOCKED,
    RETURNED,
    UPGRADED,
    CANCELLED
}
