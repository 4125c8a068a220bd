package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.Events;
import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.engagement.events.facts.EventsTaken;
import dev.waystation.platform.engagement.events.model.Batches;
import dev.waystation.platform.engagement.events.model.EventCount;
import dev.waystation.platform.engagement.events.model.EventTime;
import dev.waystation.platform.engagement.events.store.QuarantineStore;
import dev.waystation.platform.engagement.events.store.TakenStore;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.operators.venues.DataScopes;
import dev.waystation.platform.operators.venues.DataScopes.Purpose;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Events as they lie in their partitions. */
@Service
public class StoredEvents implements Events {

    private static final int DAYS_SHOWN = 3;

    private final TakenStore taken;
    private final QuarantineStore quarantine;
    private final DataScopes scopes;
    private final Clock clock;

    StoredEvents(TakenStore taken, QuarantineStore quarantine, DataScopes scopes, Clock clock) {
        this.quarantine = quarantine;
        this.scopes = scopes;
        this.taken = taken;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, List<TakenEvent>> of(List<EventsTaken> commits) {
        return taken.ofBatches(Batches.of(commits));
    }

    @Override
    @Transactional(readOnly = true)
    public List<TakenEvent> find(List<TakenEvent.Key> keys) {
        return keys.isEmpty() ? List.of() : taken.byKeys(keys);
    }

    @Override
    @Transactional
    public int forget(List<TakenEvent.Key> keys) {
        return keys.isEmpty() ? 0 : taken.empty(keys);
    }

    @Override
    @Transactional
    public int forgetUntaken(Set<String> texts) {
        return quarantine.removeHolding(texts);
    }

    /** The latest of the last days, as far as the caller may see. */
    @Transactional(readOnly = true)
    public List<TakenEvent> latest(Caller caller, @Nullable Integer source, int limit) {
        return taken.latest(
                EventTime.day(clock.instant()).minusDays(DAYS_SHOWN),
                source,
                scopes.venues(caller, Purpose.SERVICE).orElse(null),
                limit);
    }

    /** Counts of the last days, as far as the caller may see. */
    @Transactional(readOnly = true)
    public List<EventCount> counts(Caller caller, int days) {
        return taken.counts(
                EventTime.day(clock.instant()).minusDays(days),
                scopes.venues(caller, Purpose.ANALYTICS).orElse(null));
    }
}
