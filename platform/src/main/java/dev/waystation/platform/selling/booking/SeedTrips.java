package dev.waystation.platform.selling.booking;

import java.util.stream.Stream;

/** Fills the past of a demo world. */
public interface SeedTrips {

    /**
     * Writes completed orders and tickets in bulk, marked as demo. Tells no facts: whoever builds
     * on trips reads the same list. Answers how many were written.
     */
    long seed(Stream<PastTrip> trips);
}
