package dev.waystation.platform.selling.catalogue.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads our own set: stations.csv, trains.csv, stop_times.csv, as docs/guide/timetables.md says.
 */
public final class CsvTimetable {

    static final String STATIONS = "stations.csv";
    static final String TRAINS = "trains.csv";
    static final String CALLS = "stop_times.csv";
    private static final List<String> FILES = List.of(STATIONS, TRAINS, CALLS);

    private final TimetableFiles files;
    private final Findings findings;
    private final Cells cells;
    private final Set<String> rollingStock;
    private final LocalDate today;
    private final Map<String, Station> byCode = new LinkedHashMap<>();
    private final Map<String, String> codeOfName = new HashMap<>();
    private final Map<String, CityGroup> cities = new LinkedHashMap<>();

    private record TrainRow(Row row, String key) {}

    private CsvTimetable(
            TimetableFiles files, Set<String> rollingStock, LocalDate today, Findings findings) {
        this.files = files;
        this.findings = findings;
        this.cells = new Cells(findings);
        this.rollingStock = rollingStock;
        this.today = today;
    }

    static boolean isIn(TimetableFiles files) {
        return FILES.stream().anyMatch(files::has);
    }

    static Timetable read(
            TimetableFiles files, Set<String> rollingStock, LocalDate today, Findings findings) {
        return new CsvTimetable(files, rollingStock, today, findings).read();
    }

    private Timetable read() {
        files.noteOthersThan(FILES);
        readStations();
        CityGroups.Grouped grouped = CityGroups.of(List.copyOf(byCode.values()), cities);
        Map<String, TrainRow> trainRows = readTrains();
        Map<String, List<RawCall>> calls = readCalls(trainRows);
        List<Train> trains = new ArrayList<>(trainRows.size());
        CallOrder order = new CallOrder(byCode, "arr", "dep", findings);
        trainRows.forEach((id, train) ->
                train(train, calls.getOrDefault(id, List.of()), order).ifPresent(trains::add));
        return new Timetable("csv", grouped.cities(), grouped.stations(), trains);
    }

    private void readStations() {
        files.table(STATIONS)
                .ifPresent(table -> table.read(List.of("name", "telecode"), this::readStation));
    }

    private void readStation(Row row) {
        Optional<String> code = cells.needed(row, "telecode");
        Optional<String> name = cells.needed(row, "name");
        if (code.isEmpty() || name.isEmpty()) {
            return;
        }
        if (byCode.containsKey(code.get()) || codeOfName.containsKey(name.get())) {
            findings.add(row, "telecode", FindingCode.DUPLICATE_STATION);
            return;
        }
        String pinyin = row.text("pinyin");
        String english = row.text("name_en", capitalised(pinyin, code.get()));
        codeOfName.put(name.get(), code.get());
        byCode.put(
                code.get(),
                new Station(
                        code.get(),
                        name.get(),
                        english,
                        pinyin,
                        row.text("initials"),
                        row.text("city_code"),
                        cells.degrees(row, "lon", 180),
                        cells.degrees(row, "lat", 90)));
        if (!row.text("city_code").isEmpty()) {
            cities.putIfAbsent(
                    row.text("city_code"),
                    new CityGroup(
                            row.text("city_code"),
                            row.text("city", name.get()),
                            row.text("city_en", english),
                            row.text("city_en").toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""),
                            row.text("initials"),
                            false));
        }
    }

    private Map<String, TrainRow> readTrains() {
        Map<String, TrainRow> rows = new LinkedHashMap<>();
        Set<String> keys = new HashSet<>();
        files.table(TRAINS)
                .ifPresent(table ->
                        table.read(
                                List.of("train_id", "train_code"),
                                row -> readTrain(row, rows, keys)));
        return rows;
    }

    private void readTrain(Row row, Map<String, TrainRow> rows, Set<String> keys) {
        Optional<String> id = cells.needed(row, "train_id");
        if (id.isEmpty() || cells.needed(row, "train_code").isEmpty()) {
            return;
        }
        String key = row.text("train_no", id.get());
        if (rows.containsKey(id.get())) {
            findings.add(row, "train_id", FindingCode.DUPLICATE_TRAIN);
        } else if (!keys.add(key)) {
            findings.add(row, "train_no", FindingCode.DUPLICATE_TRAIN);
        } else {
            rows.put(id.get(), new TrainRow(row, key));
        }
    }

    private Map<String, List<RawCall>> readCalls(Map<String, TrainRow> trains) {
        Map<String, List<RawCall>> calls = new HashMap<>();
        files.table(CALLS)
                .ifPresent(table ->
                        table.read(
                                List.of("train_id", "seq", "station", "arr", "dep"),
                                row -> readCall(row, trains, calls)));
        return calls;
    }

    private void readCall(Row row, Map<String, TrainRow> trains, Map<String, List<RawCall>> calls) {
        String train = row.text("train_id");
        if (!trains.containsKey(train)) {
            findings.add(row, "train_id", FindingCode.UNKNOWN_TRAIN);
            return;
        }
        String name = row.text("station");
        String station = byCode.containsKey(name) ? name : codeOfName.getOrDefault(name, "");
        if (station.isEmpty()) {
            findings.add(row, "station", FindingCode.UNKNOWN_STATION);
        }
        int sequence = cells.number(row, "seq").orElse(-1);
        int arrives = cells.minutes(row, "arr");
        int departs = cells.minutes(row, "dep");
        int kilometre = row.text("km").isEmpty() ? -1 : cells.number(row, "km").orElse(-1);
        boolean forSale = !row.text("open_flag").equals("0");
        if (!station.isEmpty() && sequence >= 0) {
            calls.computeIfAbsent(train, any -> new ArrayList<>())
                    .add(new RawCall(row, sequence, station, arrives, departs, kilometre, forSale));
        }
    }

    private Optional<Train> train(TrainRow train, List<RawCall> rows, CallOrder order) {
        Row row = train.row();
        Optional<List<Stop>> stops = order.stops(row, row.text("train_code"), rows);
        Optional<ServiceDays> days = days(row);
        String category = TrainNumbers.category(row.text("train_code"));
        String stock = row.text("rolling_stock", TrainNumbers.usualRollingStock(category));
        if (!rollingStock.contains(stock)) {
            findings.add(row, "rolling_stock", FindingCode.UNKNOWN_ROLLING_STOCK);
            return Optional.empty();
        }
        if (stops.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        noteEnds(row, stops.get());
        return Optional.of(
                new Train(
                        train.key(),
                        TrainNumbers.of(row.text("train_code")),
                        category,
                        stock,
                        days.get(),
                        stops.get()));
    }

    private void noteEnds(Row row, List<Stop> stops) {
        String from = row.text("from_station");
        String to = row.text("to_station");
        boolean differ =
                (!from.isEmpty() && !stops.getFirst().stationCode().equals(codeOfName.get(from)))
                        || (!to.isEmpty()
                                && !stops.getLast().stationCode().equals(codeOfName.get(to)));
        if (differ) {
            findings.add(
                    row.file(),
                    row.line(),
                    "from_station",
                    row.text("train_code"),
                    FindingCode.ENDS_DIFFER);
        }
    }

    private Optional<ServiceDays> days(Row row) {
        String text = row.text("running_dates", "ALL");
        if (text.equalsIgnoreCase("ALL")) {
            return Optional.of(new ServiceDays(true, new TreeSet<>()));
        }
        NavigableSet<LocalDate> dates = new TreeSet<>();
        boolean good = true;
        for (String date : text.split("\\|")) {
            Optional<LocalDate> read = cells.date(row, "running_dates", date.strip());
            read.ifPresent(dates::add);
            good &= read.isPresent();
        }
        if (good && dates.last().isBefore(today)) {
            findings.add(
                    row.file(),
                    row.line(),
                    "running_dates",
                    row.text("train_code"),
                    FindingCode.ALL_DATES_ARE_PAST);
        }
        return good ? Optional.of(new ServiceDays(false, dates)) : Optional.empty();
    }

    private static String capitalised(String pinyin, String otherwise) {
        return pinyin.isEmpty()
                ? otherwise
                : Character.toUpperCase(pinyin.charAt(0)) + pinyin.substring(1);
    }
}
