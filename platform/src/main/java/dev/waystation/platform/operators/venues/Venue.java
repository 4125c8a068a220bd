package dev.waystation.platform.operators.venues;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;

/**
 * A place of the operator that people visit.
 *
 * @param line its business line
 * @param zones its parts; a venue that lists none leaves them to whoever reports
 */
public record Venue(String code, Said name, String line, List<Zone> zones) {

    public Venue {
        zones = List.copyOf(zones);
    }

    /** A part of a venue, such as a hall, a restaurant or a gate line. */
    public record Zone(String code, Said name) {}

    /** Whether something can have happened in that part. */
    public boolean has(String zone) {
        return zones.isEmpty() || zones.stream().anyMatch(each -> each.code().equals(zone));
    }
}
