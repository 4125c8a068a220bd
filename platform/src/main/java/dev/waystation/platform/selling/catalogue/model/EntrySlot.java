package dev.waystation.platform.selling.catalogue.model;

import java.time.LocalDate;
import java.time.LocalTime;

/** A time to enter a park. */
public record EntrySlot(
        LocalDate date, LocalTime starts, LocalTime ends, int capacity, int priceMinor) {}
