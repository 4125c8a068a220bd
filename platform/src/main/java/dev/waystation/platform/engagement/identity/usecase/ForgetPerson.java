package dev.waystation.platform.engagement.identity.usecase;

import dev.waystation.platform.engagement.events.Events;
import dev.waystation.platform.engagement.identity.store.AttributionStore;
import dev.waystation.platform.engagement.identity.store.GraphStore;
import dev.waystation.platform.foundation.vault.Forgets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Empties the events of a person, and leaves no identifier that leads there. */
@Service
class ForgetPerson implements Forgets {

    private final AttributionStore attributions;
    private final Events events;
    private final GraphStore graphs;

    ForgetPerson(AttributionStore attributions, Events events, GraphStore graphs) {
        this.attributions = attributions;
        this.events = events;
        this.graphs = graphs;
    }

    @Override
    public String what() {
        return "events.event, identity.identifier";
    }

    @Override
    @Transactional
    public int forget(long memberId) {
        return events.forget(attributions.doneByMember(memberId)) + graphs.forget(memberId);
    }
}
