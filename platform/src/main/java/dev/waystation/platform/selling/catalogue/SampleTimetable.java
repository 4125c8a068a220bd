package dev.waystation.platform.selling.catalogue;

import java.time.LocalDate;

/** Fills the catalogue of a demo world with our own sample railway and park. */
public interface SampleTimetable {

    /**
     * Imports the sample timetable and puts the coming days on sale; a second time changes nothing.
     */
    void open(LocalDate today, int daysAhead);
}
