package dev.waystation.release;

/** Why a product has the count it has: the fixed list of causes. */
public enum Cause {
    /** At least one seat can be sold. */
    AVAILABLE,
    /** No seat is free on all legs of the trip. */
    LEG_IS_FULL,
    /** Seats are free, none has been opened yet to this product. */
    NOT_RELEASED_YET,
    /** All seats opened to this product are sold. */
    QUOTA_IS_SOLD_OUT,
    /** Seats are free and opened, but only to others. */
    RESERVED_FOR_OTHERS
}
