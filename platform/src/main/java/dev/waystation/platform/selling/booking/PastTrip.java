package dev.waystation.platform.selling.booking;

import java.time.Instant;

/**
 * A completed trip of the past, for histories that were not sold through this system.
 *
 * @param from boarding station's code
 * @param to leaving station's code
 */
public record PastTrip(
        long memberId,
        String trainCode,
        String from,
        String to,
        Instant departs,
        Instant arrives,
        long fareMinor,
        String seatClass) {}
