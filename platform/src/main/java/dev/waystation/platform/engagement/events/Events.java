package dev.waystation.platform.engagement.events;

import dev.waystation.platform.engagement.events.facts.EventsTaken;
import java.util.List;

/** The door to events as they were taken in. */
public interface Events {

    /** The events of a commit in the order of their messages. */
    List<TakenEvent> of(EventsTaken taken);

    /** Those of these events that are still kept, in the order they happened. */
    List<TakenEvent> find(List<TakenEvent.Key> keys);

    /**
     * Empties these events of everything about a person. The rows stay, so that a message sent once
     * more is still known again; answers how many.
     */
    int forget(List<TakenEvent.Key> keys);
}
