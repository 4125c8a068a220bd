package dev.waystation.platform.selling.catalogue;

import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The door of the catalogue: what runs, when, with which seats, at which fare. Answers come from
 * memory; an import or a new sales horizon replaces the whole picture at once.
 */
public interface Timetables {

    Optional<Run> run(RunId id);

    /** The run that carries this train number on this date; a second number of it counts too. */
    Optional<Run> run(String trainCode, LocalDate date);

    /** All direct runs between any station of one city and any of the other, by departure. */
    List<Connection> connections(String fromCityCode, String toCityCode, LocalDate date);

    /** The runs of a service date that are on sale, by departure. */
    List<Run> runsOn(LocalDate date);

    /** Empty when the run is unknown, has no such class, or the calls make no way. */
    Optional<Fare> fare(RunId run, int fromCall, int toCall, String seatClass);

    /**
     * @throws IllegalArgumentException when the run is unknown or has no such class
     */
    SeatPlan seatPlan(RunId run, String seatClass);

    /** The name of a station, also of one where nothing stops any more. */
    Optional<Said> stationName(String stationCode);

    /** Cities whose name, pinyin, initials or code starts with the text; all when it is blank. */
    List<City> cities(String prefix);
}
