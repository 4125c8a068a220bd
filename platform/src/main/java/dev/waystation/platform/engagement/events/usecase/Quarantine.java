package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.model.BadMessage;
import dev.waystation.platform.engagement.events.store.QuarantineStore;
import dev.waystation.platform.foundation.edge.Remedies;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts messages aside that could not be taken, durably, so that their sender may forget them. */
@Component
class Quarantine {

    private final QuarantineStore store;
    private final Remedies remedies;

    Quarantine(QuarantineStore store, Remedies remedies) {
        this.store = store;
        this.remedies = remedies;
    }

    @Transactional
    public List<TakeEvents.Bad> put(int source, List<BadMessage> bad, Instant received) {
        List<TakeEvents.Bad> told = new ArrayList<>();
        for (BadMessage each : bad) {
            Said remedy = remedies.both(each.fault());
            store.add(source, each, remedy, received);
            told.add(
                    new TakeEvents.Bad(
                            each.place(), each.fault().field(), each.fault().value(), remedy));
        }
        return told;
    }
}
