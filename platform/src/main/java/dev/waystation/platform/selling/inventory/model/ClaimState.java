package dev.waystation.platform.selling.inventory.model;

/** The life of a claim: held, then exactly one of confirmed, released or expired. */
public enum ClaimState {
    HELD,
    CONFIRMED,
    RELEASED,
    EXPIRED;

    public boolean occupiesSeats() {
        return this == HELD || this == CONFIRMED;
    }
}
