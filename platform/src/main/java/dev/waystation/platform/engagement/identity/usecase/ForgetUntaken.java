package dev.waystation.platform.engagement.identity.usecase;

import dev.waystation.platform.engagement.events.Events;
import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.engagement.identity.store.AttributionStore;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.vault.Forgets;
import dev.waystation.platform.members.membership.Departures;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes messages from quarantine that name a person in clear: by member number, phone or document
 * as they are kept, or by the browser or app of the person's own events.
 */
@Service
@Order(ForgetUntaken.WHILE_EVENTS_STILL_SAY_WHO)
class ForgetUntaken implements Forgets {

    static final int WHILE_EVENTS_STILL_SAY_WHO = 0;

    private final AttributionStore attributions;
    private final Events events;
    private final Departures departures;

    ForgetUntaken(AttributionStore attributions, Events events, Departures departures) {
        this.attributions = attributions;
        this.events = events;
        this.departures = departures;
    }

    @Override
    public String what() {
        return "events.quarantine";
    }

    @Override
    @Transactional
    public int forget(long memberId) {
        return events.forgetUntaken(names(memberId));
    }

    private Set<String> names(long memberId) {
        Set<String> names = new HashSet<>();
        names.add(PublicId.encode("mbr", memberId));
        Map<String, String> person = departures.open(memberId);
        names.add(person.get("phone"));
        names.add(person.get("document"));
        events.find(attributions.doneByMember(memberId)).stream()
                .filter(event -> !event.isOnSharedDevice())
                .map(TakenEvent::anonymousId)
                .forEach(names::add);
        names.removeIf(name -> name == null || name.isBlank());
        return names;
    }
}
