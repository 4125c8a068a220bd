package dev.waystation.platform.selling.catalogue.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The dates of every GTFS service: weekly calendar, plus added and minus removed dates. */
final class GtfsCalendar {

    static final String CALENDAR = "calendar.txt";
    static final String CALENDAR_DATES = "calendar_dates.txt";

    private static final List<String> WEEK =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    /** Longer calendars are cut: nobody sells ten years ahead. */
    private static final long MOST_DAYS = 3_660;

    private final Findings findings;
    private final Cells cells;
    private final Map<String, TreeSet<LocalDate>> dates = new HashMap<>();

    private GtfsCalendar(Findings findings) {
        this.findings = findings;
        this.cells = new Cells(findings);
    }

    static GtfsCalendar read(TimetableFiles files, Findings findings) {
        GtfsCalendar calendar = new GtfsCalendar(findings);
        if (files.has(CALENDAR) || !files.has(CALENDAR_DATES)) {
            List<String> needed = new java.util.ArrayList<>(WEEK);
            needed.addAll(List.of("service_id", "start_date", "end_date"));
            files.table(CALENDAR).ifPresent(table -> table.read(needed, calendar::readWeek));
        }
        if (files.has(CALENDAR_DATES)) {
            files.table(CALENDAR_DATES)
                    .ifPresent(table ->
                            table.read(
                                    List.of("service_id", "date", "exception_type"),
                                    calendar::readException));
        }
        return calendar;
    }

    Optional<ServiceDays> days(String service) {
        return Optional.ofNullable(dates.get(service)).map(days -> new ServiceDays(false, days));
    }

    private void readWeek(Row row) {
        Optional<String> service = cells.needed(row, "service_id");
        Optional<LocalDate> start = cells.date(row, "start_date", row.text("start_date"));
        Optional<LocalDate> end = cells.date(row, "end_date", row.text("end_date"));
        for (String day : WEEK) {
            if (!row.text(day).matches("[01]")) {
                findings.add(row, day, FindingCode.NOT_A_CHOICE);
            }
        }
        if (service.isEmpty() || start.isEmpty() || end.isEmpty()) {
            return;
        }
        TreeSet<LocalDate> days = dates.computeIfAbsent(service.get(), any -> new TreeSet<>());
        LocalDate last = start.get().plusDays(MOST_DAYS);
        for (LocalDate day = start.get();
                !day.isAfter(end.get()) && day.isBefore(last);
                day = day.plusDays(1)) {
            if (row.text(day.getDayOfWeek().name().toLowerCase(Locale.ROOT)).equals("1")) {
                days.add(day);
            }
        }
    }

    private void readException(Row row) {
        Optional<String> service = cells.needed(row, "service_id");
        Optional<LocalDate> date = cells.date(row, "date", row.text("date"));
        if (service.isEmpty() || date.isEmpty()) {
            return;
        }
        TreeSet<LocalDate> days = dates.computeIfAbsent(service.get(), any -> new TreeSet<>());
        switch (row.text("exception_type")) {
            case "1" -> days.add(date.get());
            case "2" -> days.remove(date.get());
            default -> findings.add(row, "exception_type", FindingCode.NOT_A_CHOICE);
        }
    }
}
