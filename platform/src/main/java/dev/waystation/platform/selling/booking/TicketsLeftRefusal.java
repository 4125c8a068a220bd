package dev.waystation.platform.selling.booking;

/** Why somebody can't be forgotten yet. */
public enum TicketsLeftRefusal {
    /** Who holds a ticket still has to be let through the gate, or paid back. */
    TICKETS_NOT_USED_YET
}
