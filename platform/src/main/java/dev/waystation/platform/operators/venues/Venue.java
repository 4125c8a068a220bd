package dev.waystation.platform.operators.venues;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of the operator that people visit.
 *
 * @param line its business line
 * @param zones its parts; a venue that lists none leaves them to whoever reports
 * @param place where it lies, where somebody said so
 */
public record Venue(String code, Said name, String line, List<Zone> zones, @Nullable Place place) {

    public Venue {
        zones = List.copyOf(zones);
    }

    /** One of which nobody said yet where it lies. */
    public Venue(String code, Said name, String line, List<Zone> zones) {
        this(code, name, line, zones, null);
    }

    /** A part of a venue, such as a hall, a restaurant or a gate line. */
    public record Zone(String code, Said name) {}

    /** A point on earth, in degrees. */
    public record Place(double latitude, double longitude) {
        public Place {
            Malformed.require(
                    Math.abs(latitude) <= 90, "latitude", latitude, "give -90 to 90 degrees");
            Malformed.require(
                    Math.abs(longitude) <= 180, "longitude", longitude, "give -180 to 180 degrees");
        }
    }

    /** Whether something can have happened in that part. */
    public boolean has(String zone) {
        return zones.isEmpty() || zones.stream().anyMatch(each -> each.code().equals(zone));
    }
}
