package dev.waystation.seating;

/** Why no seat was given. */
public enum SaleRefusal {
    /** Some leg of the way has no free seat at all; {@code fullLeg} names the first. */
    LEG_IS_FULL,
    /** Every leg has free seats, but no single seat is free the whole way. */
    NO_SEAT_FOR_THE_WHOLE_WAY,
    /** Seats are free the whole way, but fewer than the party needs. */
    FEWER_SEATS_THAN_PASSENGERS,
    /** The seat asked for is sold on some leg of the way. */
    SEAT_IS_TAKEN,
    /** The seat asked for is out of sale on some leg of the way. */
    SEAT_IS_BLOCKED
}
