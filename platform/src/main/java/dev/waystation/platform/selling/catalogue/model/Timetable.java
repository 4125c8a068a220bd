package dev.waystation.platform.selling.catalogue.model;

import java.util.List;

/**
 * A whole timetable, read and checked.
 *
 * @param source which feed it is: trains of one source never touch those of another
 */
public record Timetable(
        String source, List<CityGroup> cities, List<Station> stations, List<Train> trains) {

    public int calls() {
        return trains.stream().mapToInt(train -> train.stops().size()).sum();
    }

    public int triples() {
        return trains.stream().mapToInt(Train::pairs).sum();
    }
}
