package dev.waystation.platform.selling.catalogue.model;

import java.time.LocalDate;
import java.util.Set;

/** Reads whichever of the known formats the files are in. */
public final class TimetableReader {

    private TimetableReader() {}

    /** The timetable as far as it could be read; of no use when the findings are blocking. */
    public static Timetable read(
            TimetableFiles files, Set<String> rollingStock, LocalDate today, Findings findings) {
        if (CsvTimetable.isIn(files)) {
            return CsvTimetable.read(files, rollingStock, today, findings);
        }
        if (GtfsTimetable.isIn(files)) {
            return GtfsTimetable.read(files, today, findings);
        }
        findings.add("", 0, "", String.join(", ", files.names()), FindingCode.NOT_A_TIMETABLE);
        return new Timetable("", java.util.List.of(), java.util.List.of(), java.util.List.of());
    }
}
