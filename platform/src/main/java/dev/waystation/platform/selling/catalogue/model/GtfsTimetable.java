package dev.waystation.platform.selling.catalogue.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a GTFS feed: stops (platforms count as their parent station), routes, trips, stop_times
 * (hours beyond 24, times left out between two stops), calendar and calendar_dates.
 */
public final class GtfsTimetable {

    private static final String STOPS = "stops.txt";
    private static final String ROUTES = "routes.txt";
    private static final String TRIPS = "trips.txt";
    private static final String CALLS = "stop_times.txt";
    private static final List<String> READ =
            List.of(
                    STOPS,
                    ROUTES,
                    TRIPS,
                    CALLS,
                    GtfsCalendar.CALENDAR,
                    GtfsCalendar.CALENDAR_DATES,
                    "agency.txt",
                    "feed_info.txt");

    private final TimetableFiles files;
    private final Findings findings;
    private final Cells cells;
    private final LocalDate today;
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final Map<String, String> stationOfStop = new HashMap<>();
    private final Map<String, String> shortNameOfRoute = new HashMap<>();
    private final Map<String, Row> trips = new LinkedHashMap<>();
    private final Map<String, List<RawCall>> calls = new HashMap<>();

    private GtfsTimetable(TimetableFiles files, LocalDate today, Findings findings) {
        this.files = files;
        this.findings = findings;
        this.cells = new Cells(findings);
        this.today = today;
    }

    static boolean isIn(TimetableFiles files) {
        return files.has(STOPS) || files.has(TRIPS) || files.has(CALLS);
    }

    static Timetable read(TimetableFiles files, LocalDate today, Findings findings) {
        return new GtfsTimetable(files, today, findings).read();
    }

    private Timetable read() {
        files.noteOthersThan(READ);
        readStops();
        readTable(ROUTES, List.of("route_id"), this::readRoute);
        GtfsCalendar calendar = GtfsCalendar.read(files, findings);
        readTable(TRIPS, List.of("route_id", "service_id", "trip_id"), this::readTrip);
        readTable(
                CALLS,
                List.of("trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence"),
                this::readCall);
        CityGroups.Grouped grouped = CityGroups.of(List.copyOf(stations.values()), Map.of());
        CallOrder order = new CallOrder(stations, "arrival_time", "departure_time", findings);
        List<Train> trains = new ArrayList<>(trips.size());
        trips.forEach((id, row) -> train(id, row, calendar, order).ifPresent(trains::add));
        return new Timetable("gtfs", grouped.cities(), grouped.stations(), trains);
    }

    private void readTable(
            String file, List<String> needed, java.util.function.Consumer<Row> each) {
        files.table(file).ifPresent(table -> table.read(needed, each));
    }

    private void readStops() {
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        readTable(
                STOPS,
                List.of("stop_id"),
                row -> {
                    if (cells.needed(row, "stop_id").isEmpty()) {
                        return;
                    }
                    if (!seen.add(row.text("stop_id"))) {
                        findings.add(row, "stop_id", FindingCode.DUPLICATE_STATION);
                        return;
                    }
                    rows.add(row);
                });
        for (Row row : rows) {
            String id = row.text("stop_id");
            String parent = row.text("parent_station");
            boolean isPlace = row.text("location_type", "0").matches("[01]");
            if (!parent.isEmpty() && !seen.contains(parent)) {
                findings.add(row, "parent_station", FindingCode.UNKNOWN_STATION);
            } else if (isPlace && !parent.isEmpty()) {
                stationOfStop.put(id, parent);
            } else if (isPlace) {
                stationOfStop.put(id, id);
                cells.needed(row, "stop_name");
                stations.put(id, station(id, row));
            }
        }
        for (Row row : rows) {
            String station = stationOfStop.get(row.text("stop_id"));
            if (station != null && !stations.containsKey(station)) {
                findings.add(row, "parent_station", FindingCode.UNKNOWN_STATION);
            }
        }
    }

    private Station station(String id, Row row) {
        String name = row.text("stop_name", id);
        return new Station(
                id,
                name,
                name,
                "",
                "",
                "",
                cells.degrees(row, "stop_lon", 180),
                cells.degrees(row, "stop_lat", 90));
    }

    private void readRoute(Row row) {
        cells.needed(row, "route_id")
                .ifPresent(id -> shortNameOfRoute.put(id, row.text("route_short_name")));
    }

    private void readTrip(Row row) {
        Optional<String> id = cells.needed(row, "trip_id");
        if (id.isEmpty()) {
            return;
        }
        if (!shortNameOfRoute.containsKey(row.text("route_id"))) {
            findings.add(row, "route_id", FindingCode.UNKNOWN_ROUTE);
        }
        if (trips.putIfAbsent(id.get(), row) != null) {
            findings.add(row, "trip_id", FindingCode.DUPLICATE_TRAIN);
        }
    }

    private void readCall(Row row) {
        String trip = row.text("trip_id");
        if (!trips.containsKey(trip)) {
            findings.add(row, "trip_id", FindingCode.UNKNOWN_TRAIN);
            return;
        }
        String station = stationOfStop.getOrDefault(row.text("stop_id"), "");
        if (station.isEmpty()) {
            findings.add(row, "stop_id", FindingCode.UNKNOWN_STATION);
        }
        int sequence = cells.number(row, "stop_sequence").orElse(-1);
        int arrives = cells.minutes(row, "arrival_time");
        int departs = cells.minutes(row, "departure_time");
        boolean forSale =
                !(row.text("pickup_type").equals("1") && row.text("drop_off_type").equals("1"));
        if (!station.isEmpty() && sequence >= 0) {
            calls.computeIfAbsent(trip, any -> new ArrayList<>())
                    .add(
                            new RawCall(
                                    row,
                                    sequence,
                                    station,
                                    arrives == -1 ? departs : arrives,
                                    departs == -1 ? arrives : departs,
                                    -1,
                                    forSale));
        }
    }

    private Optional<Train> train(String id, Row row, GtfsCalendar calendar, CallOrder order) {
        List<RawCall> timed = BlankTimes.filled(calls.getOrDefault(id, List.of()));
        Optional<List<Stop>> stops = order.stops(row, id, timed);
        Optional<ServiceDays> days = calendar.days(row.text("service_id"));
        if (days.isEmpty()) {
            findings.add(row, "service_id", FindingCode.UNKNOWN_SERVICE);
        } else if (days.get().dates().isEmpty()) {
            findings.add(row.file(), row.line(), "service_id", id, FindingCode.NEVER_RUNS);
        } else if (days.get().dates().last().isBefore(today)) {
            findings.add(row.file(), row.line(), "service_id", id, FindingCode.ALL_DATES_ARE_PAST);
        }
        if (stops.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        String route = shortNameOfRoute.getOrDefault(row.text("route_id"), "");
        String code = row.text("trip_short_name", route.isEmpty() ? id : route);
        String category = TrainNumbers.category(code);
        return Optional.of(
                new Train(
                        id,
                        TrainNumbers.of(code),
                        category,
                        TrainNumbers.usualRollingStock(category),
                        days.get(),
                        stops.get()));
    }
}
