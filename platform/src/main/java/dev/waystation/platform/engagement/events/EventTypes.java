package dev.waystation.platform.engagement.events;

import java.util.List;

/** The door to what events there are and what they carry. */
public interface EventTypes {

    /**
     * Every event that has or had a schema, by name, with the properties of all its versions: what
     * was recorded under an old one can still be asked about.
     */
    List<EventType> known();
}
