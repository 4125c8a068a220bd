package dev.waystation.platform.selling.booking;

/** Why an order was not placed, in the order in which the reasons are looked for. */
public enum OrderRefusal {
    TRAIN_NOT_FOUND,
    STOP_NOT_SERVED,
    CLASS_NOT_OFFERED,
    TRAIN_HAS_DEPARTED,
    TRAVELLER_NOT_FOUND,
    SAME_PERSON_TWICE,
    NO_FARE,
    TRAVELLER_HAS_OVERLAPPING_TRIP,
    STUDENT_FARE_OFF_THE_WAY,
    STUDENT_JOURNEYS_USED_UP,
    COUPON_NOT_USABLE,
    SEATS_NOT_AVAILABLE
}
