package dev.waystation.platform.engagement.audience.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What follows from a member's deeds and from the calendar alone. */
public record Totals(
        long trips12m,
        long spend12mMinor,
        @Nullable LocalDate lastTripOn,
        long visits12m,
        @Nullable LocalDate lastVisitOn,
        boolean student,
        boolean senior) {}
