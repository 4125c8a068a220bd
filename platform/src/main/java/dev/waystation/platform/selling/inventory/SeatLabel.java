package dev.waystation.platform.selling.inventory;

/** A seat as it stands on the ticket: car "05", label "12F". */
public record SeatLabel(String car, String label) {}
