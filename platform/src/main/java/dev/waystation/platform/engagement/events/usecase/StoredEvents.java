package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.Events;
import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.engagement.events.facts.EventsTaken;
import dev.waystation.platform.engagement.events.model.EventTime;
import dev.waystation.platform.engagement.events.store.TakenStore;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Events as they lie in their partitions. */
@Service
public class StoredEvents implements Events {

    private static final int DAYS_SHOWN = 3;

    private final TakenStore taken;
    private final Clock clock;

    StoredEvents(TakenStore taken, Clock clock) {
        this.taken = taken;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<TakenEvent> of(EventsTaken batch) {
        return taken.ofBatch(batch.batch(), batch.firstDay(), batch.lastDay());
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

    /** The latest of the last days. */
    @Transactional(readOnly = true)
    public List<TakenEvent> latest(@Nullable Integer source, int limit) {
        return taken.latest(EventTime.day(clock.instant()).minusDays(DAYS_SHOWN), source, limit);
    }
}
