package dev.waystation.platform.selling.catalogue;

import java.time.LocalDate;
import java.time.LocalTime;

/** A time to enter a park. */
public record EntrySlot(
        String park,
        LocalDate date,
        LocalTime starts,
        LocalTime ends,
        int capacity,
        int priceMinor) {}
