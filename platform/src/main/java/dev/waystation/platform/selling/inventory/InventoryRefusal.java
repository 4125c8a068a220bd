package dev.waystation.platform.selling.inventory;

/** Why inventory gives no seats: the fixed list of causes. */
public enum InventoryRefusal {
    /** No seat is free on all legs of the trip. */
    LEG_IS_FULL,
    /** Seats are free, none has been opened yet to this passenger and trip. */
    NOT_RELEASED_YET,
    /** All seats opened to this passenger and trip are sold. */
    QUOTA_IS_SOLD_OUT,
    /** Free seats are kept for others. */
    RESERVED_FOR_OTHERS,
    /** Some seats are left, fewer than passengers. */
    MORE_PASSENGERS_THAN_SEATS,
    UNKNOWN_RUN,
    UNKNOWN_HOLD,
    /** The deadline of this reference has passed; hold again under another one. */
    HOLD_HAS_EXPIRED,
    /** The seats of this reference were given back. */
    HOLD_WAS_RELEASED,
    RUN_HAS_DEPARTED
}
