package dev.waystation.platform.engagement.identity.usecase;

import dev.waystation.platform.engagement.events.Events;
import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.engagement.identity.store.AttributionStore;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.operators.venues.DataScopes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member's events, as far as the caller may see them. */
@Service
public class ShowVisits {

    private static final int MOST = 200;

    private final AttributionStore attributions;
    private final Events events;
    private final DataScopes scopes;

    ShowVisits(AttributionStore attributions, Events events, DataScopes scopes) {
        this.attributions = attributions;
        this.events = events;
        this.scopes = scopes;
    }

    @Transactional(readOnly = true)
    public List<TakenEvent> of(long memberId, Caller caller) {
        Optional<Set<String>> seen = scopes.venues(caller, DataScopes.Purpose.SERVICE);
        return events.find(attributions.doneByMember(memberId)).reversed().stream()
                .filter(event -> seen.isEmpty() || isAt(event, seen.get()))
                .limit(MOST)
                .toList();
    }

    private static boolean isAt(TakenEvent event, Set<String> venues) {
        String venue = event.venue();
        return venue != null && venues.contains(venue);
    }
}
