package dev.waystation.seating;

/** How close a party was seated: the steps of the adjacency ladder, best first. */
public enum Togetherness {
    /** A party of one. */
    ALONE,
    /** Neighbouring seats without an aisle between them. */
    SIDE_BY_SIDE,
    SAME_ROW,
    SAME_CAR,
    ANYWHERE
}
