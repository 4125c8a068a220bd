package dev.waystation.platform.engagement.events;

import dev.waystation.platform.engagement.events.facts.EventsTaken;
import java.util.List;

/** The door to events as they were taken in. */
public interface Events {

    /** The events of a commit in the order of their messages. */
    List<TakenEvent> of(EventsTaken taken);

    /** Those of these events that are still kept, in the order they happened. */
    List<TakenEvent> find(List<TakenEvent.Key> keys);
}
