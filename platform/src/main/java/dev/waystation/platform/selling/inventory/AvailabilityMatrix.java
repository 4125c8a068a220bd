package dev.waystation.platform.selling.inventory;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.selling.catalogue.RunId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every trip of a run and class for one passenger group, taken at one moment.
 *
 * @param legs sold, held and free seats per leg
 * @param origin the plan whose limits are in force; empty without a plan
 */
public record AvailabilityMatrix(
        RunId run,
        String seatClass,
        String passengerGroup,
        long version,
        int seatCount,
        List<Cell> cells,
        List<Leg> legs,
        String origin,
        @Nullable Instant nextOpening) {

    /**
     * One trip.
     *
     * @param free seats free on all legs, whoever may buy them
     * @param available seats this group can buy now
     * @param limit seats opened so far to this group on this trip
     * @param sold confirmed sales of exactly this trip, all groups
     * @param held seats of this trip waiting for payment, all groups
     */
    public record Cell(
            int fromCall,
            int toCall,
            int free,
            int available,
            int limit,
            int sold,
            int held,
            @Nullable Explanation why) {}

    /** The load of one leg. */
    public record Leg(int leg, int taken, int free) {}
}
