package dev.waystation.platform.selling.catalogue.model;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.City;
import dev.waystation.platform.selling.catalogue.Connection;
import dev.waystation.platform.selling.catalogue.Fare;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.catalogue.SeatPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that runs, as of one moment: immutable, built once per change, asked without locks. Pairs of
 * cities are indexed, so that a search touches only the trains that serve it.
 */
public final class TimetablePicture {

    private final PictureRows rows;
    private final ZoneId zone;
    private final Map<Long, PictureRun> runs = new HashMap<>();
    private final Map<LocalDate, List<PictureRun>> runsOfDate = new HashMap<>();
    private final Map<LocalDate, Map<Long, List<PictureRun>>> runsOfDateByPattern = new HashMap<>();
    private final Map<LocalDate, Map<String, PictureRun>> runsOfDateByNumber = new HashMap<>();
    private final Map<CityPair, List<Way>> ways = new HashMap<>();
    private int indexedPairs;

    private record CityPair(String from, String to) {}

    private record Way(long patternId, int fromCall, int toCall) {}

    public TimetablePicture(PictureRows rows, ZoneId zone) {
        this.rows = rows;
        this.zone = zone;
        rows.patterns().forEach(this::index);
        rows.runs().forEach(this::index);
    }

    public Optional<Run> run(long runId) {
        return Optional.ofNullable(runs.get(runId)).map(this::run);
    }

    public Optional<Run> run(String number, LocalDate date) {
        return Optional.ofNullable(runsOfDateByNumber.getOrDefault(date, Map.of()).get(number))
                .map(this::run);
    }

    public List<Run> runsOn(LocalDate date) {
        return runsOfDate.getOrDefault(date, List.of()).stream()
                .map(this::run)
                .sorted(Comparator.comparing(Run::departs).thenComparing(Run::trainCode))
                .toList();
    }

    public List<Connection> connections(String fromCity, String toCity, LocalDate date) {
        Map<Long, List<PictureRun>> running = runsOfDateByPattern.getOrDefault(date, Map.of());
        List<Connection> found = new ArrayList<>();
        for (Way way : ways.getOrDefault(new CityPair(fromCity, toCity), List.of())) {
            for (PictureRun run : running.getOrDefault(way.patternId(), List.of())) {
                found.add(new Connection(run(run), way.fromCall(), way.toCall()));
            }
        }
        found.sort(
                Comparator.comparing((Connection c) -> c.from().departs())
                        .thenComparing(c -> c.run().trainCode())
                        .thenComparingInt(Connection::toCall));
        return found;
    }

    public Optional<Fare> fare(long runId, int fromCall, int toCall, String seatClass) {
        PictureRun run = runs.get(runId);
        if (run == null) {
            return Optional.empty();
        }
        List<Stop> stops = rows.patterns().getOrDefault(run.patternId(), List.of());
        if (fromCall < 0 || fromCall >= toCall || toCall >= stops.size()) {
            return Optional.empty();
        }
        PictureTrain train = train(run);
        if (rows.seatPlans().plan(train.rollingStock(), seatClass).isEmpty()) {
            return Optional.empty();
        }
        int kilometres = stops.get(toCall).kilometre() - stops.get(fromCall).kilometre();
        return rows.rates().stream()
                .filter(rate ->
                        rate.category().equals(train.category())
                                && rate.seatClass().equals(seatClass))
                .findFirst()
                .map(rate -> rate.fare(Math.max(1, kilometres)));
    }

    public Optional<SeatPlan> seatPlan(long runId, String seatClass) {
        return Optional.ofNullable(runs.get(runId))
                .flatMap(run -> rows.seatPlans().plan(train(run).rollingStock(), seatClass));
    }

    public Optional<Said> stationName(String stationCode) {
        return Optional.ofNullable(rows.stations().get(stationCode))
                .map(station -> new Said(station.nameZh(), station.nameEn()));
    }

    public List<City> cities(String prefix) {
        String start = prefix.strip().toLowerCase(Locale.ROOT);
        return rows.cities().stream()
                .filter(city -> city.matches(start))
                .map(PictureCity::city)
                .toList();
    }

    /** Train, origin and destination triples that a search can find. */
    public int indexedPairs() {
        return indexedPairs;
    }

    private PictureTrain train(PictureRun run) {
        PictureTrain train = rows.trains().get(run.trainId());
        if (train == null) {
            throw new IllegalStateException("run " + run + " belongs to no train");
        }
        return train;
    }

    private Run run(PictureRun run) {
        PictureTrain train = train(run);
        // Not midnight: on the day the clocks change, minutes are counted from noon minus 12 hours.
        Instant start =
                run.serviceDate().atTime(12, 0).atZone(zone).toInstant().minusSeconds(12 * 3_600L);
        List<Stop> stops = rows.patterns().getOrDefault(run.patternId(), List.of());
        List<Call> calls = new ArrayList<>(stops.size());
        for (Stop stop : stops) {
            calls.add(call(calls.size(), stop, start));
        }
        return new Run(
                new RunId(run.runId()),
                run.trainId(),
                train.code(),
                run.serviceDate(),
                calls,
                rows.seatPlans().offers(train.rollingStock()));
    }

    private Call call(int index, Stop stop, Instant start) {
        Station station = station(stop);
        return new Call(
                index,
                stop.stationCode(),
                station.nameZh(),
                station.nameEn(),
                station.cityCode(),
                start.plusSeconds(stop.arrives() * 60L),
                start.plusSeconds(stop.departs() * 60L));
    }

    private Station station(Stop stop) {
        Station station = rows.stations().get(stop.stationCode());
        if (station == null) {
            throw new IllegalStateException("a call at no station: " + stop);
        }
        return station;
    }

    private void index(long patternId, List<Stop> stops) {
        for (int from = 0; from < stops.size(); from++) {
            if (!stops.get(from).forSale()) {
                continue;
            }
            String origin = station(stops.get(from)).cityCode();
            for (int to = from + 1; to < stops.size(); to++) {
                if (stops.get(to).forSale()) {
                    String target = station(stops.get(to)).cityCode();
                    ways.computeIfAbsent(new CityPair(origin, target), any -> new ArrayList<>(4))
                            .add(new Way(patternId, from, to));
                    indexedPairs++;
                }
            }
        }
    }

    private void index(PictureRun run) {
        runs.put(run.runId(), run);
        if (!run.onSale()) {
            return;
        }
        LocalDate date = run.serviceDate();
        runsOfDate.computeIfAbsent(date, any -> new ArrayList<>()).add(run);
        runsOfDateByPattern
                .computeIfAbsent(date, any -> new HashMap<>())
                .computeIfAbsent(run.patternId(), any -> new ArrayList<>(1))
                .add(run);
        Map<String, PictureRun> numbers =
                runsOfDateByNumber.computeIfAbsent(date, any -> new HashMap<>());
        train(run).numbers().forEach(number -> numbers.putIfAbsent(number, run));
    }
}
