package dev.waystation.platform.selling.catalogue.model;

import java.time.LocalDate;
import java.util.NavigableSet;

/** When a train runs: every day without end, or on these dates. */
public record ServiceDays(boolean daily, NavigableSet<LocalDate> dates) {

    public boolean includes(LocalDate date) {
        return daily || dates.contains(date);
    }

    /** What tells two calendars apart, as text. */
    public String signature() {
        return daily ? "ALL" : dates.toString();
    }
}
