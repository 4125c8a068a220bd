package dev.waystation.audience;

/** How an attribute of a condition is read from the number that is stored for it. */
public enum Reading {
    /** The stored number itself. */
    AS_STORED,
    /** Days from the stored day (counted from 1970) until today. */
    DAYS_SINCE,
    /** Full years from the stored day until today: an age. */
    YEARS_SINCE
}
