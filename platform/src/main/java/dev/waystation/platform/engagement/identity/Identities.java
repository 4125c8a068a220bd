package dev.waystation.platform.engagement.identity;

import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.engagement.identity.facts.EventsAttributed;
import java.util.List;

/** The door to whose events are whose. */
public interface Identities {

    /** An event and the member who did it. */
    record Attributed(long memberId, TakenEvent event) {}

    /** Events of a commit that are members'. */
    List<Attributed> of(EventsAttributed attributed);

    /** The keys of all that a person did, and those found to be the same person. */
    List<TakenEvent.Key> doneBy(long personId);

    /** The keys of all that a member did, as far as it came as events. */
    List<TakenEvent.Key> doneByMember(long memberId);
}
