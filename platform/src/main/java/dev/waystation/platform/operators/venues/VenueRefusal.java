package dev.waystation.platform.operators.venues;

/** Why somebody whose view is limited sees no more. */
public enum VenueRefusal {
    OUTSIDE_VENUE_SCOPE
}
