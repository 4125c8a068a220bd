package dev.waystation.platform.selling.inventory.model;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.SeatLabel;
import dev.waystation.release.Route;
import dev.waystation.seating.SeatLayout;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the timetable says about a run, as far as seats need it: fetched once by the caller so that
 * the lane never waits for another module.
 */
public record RunLayout(
        RunId run, List<Instant> departures, Route route, Map<String, ClassLayout> classes) {

    public RunLayout {
        departures = List.copyOf(departures);
        classes = Map.copyOf(classes);
    }

    /** The seats of one class in walking order with their labels. */
    public record ClassLayout(SeatLayout layout, List<SeatLabel> labels) {
        public ClassLayout {
            labels = List.copyOf(labels);
        }
    }

    /** When the run leaves the last call it can be boarded at, or ends. */
    public Instant lastDeparture() {
        return departures.getLast();
    }

    public int callCount() {
        return route.callCount();
    }
}
