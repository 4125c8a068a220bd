package dev.waystation.platform.selling.booking;

import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What an order rides on, as it was when the order was placed.
 *
 * @param runId 0 for trips before this system's timetable begins
 */
public record Trip(
        long runId,
        String trainCode,
        LocalDate serviceDate,
        String seatClass,
        int fromCall,
        int toCall,
        Stop from,
        Stop to) {

    /** One end of the trip: the departure or the arrival. */
    public record Stop(String stationCode, Said name, Instant at) {}
}
