package dev.waystation.platform.selling.catalogue.usecase;

import dev.waystation.platform.selling.catalogue.model.CityGroup;
import dev.waystation.platform.selling.catalogue.model.Station;
import dev.waystation.platform.selling.catalogue.model.Timetable;
import dev.waystation.platform.selling.catalogue.model.Train;
import dev.waystation.platform.selling.catalogue.store.Digest;
import dev.waystation.platform.selling.catalogue.store.KnownTrain;
import dev.waystation.platform.selling.catalogue.store.PictureStore;
import dev.waystation.platform.selling.catalogue.store.StationStore;
import dev.waystation.platform.selling.catalogue.store.TrainStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Brings the catalogue up to a timetable and touches nothing that is equal already. Ids stay: a
 * train is known by its source and key, a run by its train and date.
 */
@Component
class TimetableMerge {

    private final StationStore stations;
    private final TrainStore trains;
    private final PictureStore picture;

    TimetableMerge(StationStore stations, TrainStore trains, PictureStore picture) {
        this.stations = stations;
        this.trains = trains;
        this.picture = picture;
    }

    Set<String> rollingStock() {
        return trains.rollingStock();
    }

    /** In the caller's transaction. */
    ImportSummary merge(Timetable timetable, LocalDate today) {
        trains.lock();
        int[] stationCounts = mergeStations(timetable);
        Map<String, KnownTrain> known = trains.known(timetable.source());
        List<Train> differing =
                timetable.trains().stream()
                        .filter(train -> !isKnown(train, known.get(train.key())))
                        .toList();
        if (!differing.isEmpty()) {
            mergeTrains(timetable.source(), differing, known, today);
        }
        int added = (int) differing.stream().filter(t -> !known.containsKey(t.key())).count();
        int mentioned = timetable.trains().size() - added;
        return new ImportSummary(
                timetable.source(),
                timetable.stations().size(),
                timetable.trains().size(),
                timetable.calls(),
                timetable.triples(),
                added,
                differing.size() - added,
                timetable.trains().size() - differing.size(),
                known.size() - mentioned,
                stationCounts[0],
                stationCounts[1]);
    }

    private static boolean isKnown(
            Train train, @org.jspecify.annotations.Nullable KnownTrain known) {
        return known != null && known.digest().equals(Digest.of(train.signature()));
    }

    private void mergeTrains(
            String source, List<Train> differing, Map<String, KnownTrain> known, LocalDate today) {
        Map<String, Long> services =
                trains.services(differing.stream().map(Train::days).distinct().toList());
        Map<String, Long> ids = trains.saveTrains(source, differing, services);
        List<Train> withNewCalls = new ArrayList<>();
        List<Long> sameWay = new ArrayList<>();
        for (Train train : differing) {
            KnownTrain before = known.get(train.key());
            if (before == null) {
                withNewCalls.add(train);
            } else if (!before.patternDigest().equals(Digest.of(train.stops().toString()))) {
                withNewCalls.add(train);
                if (before.wayDigest().equals(Digest.of(train.way()))) {
                    sameWay.add(before.trainId());
                }
            }
        }
        if (withNewCalls.isEmpty()) {
            return;
        }
        Map<Long, Long> patterns = trains.savePatterns(withNewCalls, ids);
        // Tickets name calls by index: only where the stations stay may sold runs get new times.
        patterns.keySet().retainAll(sameWay);
        if (!patterns.isEmpty()) {
            trains.moveRuns(patterns, today);
        }
    }

    /** How many stations are new, and how many changed. */
    private int[] mergeStations(Timetable timetable) {
        Map<String, CityGroup> knownCities = stations.cities();
        Map<String, Station> known = picture.stations();
        Map<String, String> cityByName = new HashMap<>();
        knownCities.values().stream()
                .sorted(java.util.Comparator.comparing(CityGroup::derived))
                .forEach(city -> cityByName.putIfAbsent(city.nameZh(), city.code()));
        Map<String, CityGroup> given =
                timetable.cities().stream().collect(Collectors.toMap(CityGroup::code, c -> c));
        List<Station> differing = new ArrayList<>();
        Map<String, CityGroup> needed = new HashMap<>();
        int added = 0;
        for (Station station : timetable.stations()) {
            CityGroup city = given.get(station.cityCode());
            Station before = known.get(station.code());
            if (city == null) {
                throw new IllegalStateException("station without a city: " + station);
            }
            CityGroup cityBefore = before == null ? null : knownCities.get(before.cityCode());
            if (city.derived() && cityBefore != null && !cityBefore.derived()) {
                continue; // what an operator grouped and named stays, a guess does not replace it
            }
            String code =
                    city.derived()
                            ? cityByName.getOrDefault(city.nameZh(), city.code())
                            : city.code();
            Station placed = station.inCity(code);
            if (!city.derived() || !knownCities.containsKey(code)) {
                needed.put(code, city);
            }
            if (!placed.equals(before)) {
                differing.add(placed);
                added += before == null ? 1 : 0;
            }
        }
        needed.values().removeIf(city -> city.equals(knownCities.get(city.code())));
        if (!needed.isEmpty()) {
            stations.saveCities(List.copyOf(needed.values()));
        }
        if (!differing.isEmpty()) {
            stations.saveStations(differing);
        }
        return new int[] {added, differing.size() - added};
    }
}
