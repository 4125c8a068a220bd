package dev.waystation.platform.engagement.identity;

import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.engagement.identity.facts.EventsAttributed;
import java.util.List;
import java.util.Optional;

/** The door to whose events are whose. */
public interface Identities {

    /** An event and the member who did it. */
    record Attributed(long memberId, TakenEvent event) {}

    /** Events of these commits that are members': commit by commit, as they happened. */
    List<Attributed> of(List<EventsAttributed> commits);

    /** The member an identifier names, such as a {@code unionid}; a shared one names nobody. */
    Optional<Long> member(String type, String value);

    /** The keys of all that a person did, and those found to be the same person. */
    List<TakenEvent.Key> doneBy(long personId);

    /** The keys of all that a member did, as far as it came as events. */
    List<TakenEvent.Key> doneByMember(long memberId);
}
