package dev.waystation.platform.engagement.events;

import dev.waystation.platform.engagement.events.facts.EventsTaken;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The door to events as they were taken in. */
public interface Events {

    /** The events of these commits by the number of the commit, each in the order they happened. */
    Map<Long, List<TakenEvent>> of(List<EventsTaken> taken);

    /** Those of these events that are still kept, in the order they happened. */
    List<TakenEvent> find(List<TakenEvent.Key> keys);

    /**
     * Empties these events of everything about a person. The rows stay, so that a message sent once
     * more is still known again; answers how many.
     */
    int forget(List<TakenEvent.Key> keys);

    /**
     * Removes the messages that could not be taken and hold one of these texts, whether they still
     * wait or not; answers how many. Reads the whole quarantine, which is 90 days long at most.
     */
    int forgetUntaken(Set<String> texts);
}
