package dev.waystation.platform.operators.venues;

import java.util.List;
import java.util.Optional;

/** The door to the venues there are; answers from memory, at most two seconds old. */
public interface VenueBook {

    /** By code. */
    List<Venue> all();

    Optional<Venue> find(String code);
}
