package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.model.Quarantined;
import dev.waystation.platform.engagement.events.model.Source;
import dev.waystation.platform.engagement.events.store.QuarantineStore;
import dev.waystation.platform.engagement.events.store.SourceStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes messages out of quarantine as if they came at the time they came at. Their ids stay, so one
 * whose copy has come by meanwhile, or that is replayed twice, has no second effect.
 */
@Service
public class ReplayQuarantine {

    private static final int AT_ONCE = 500;

    /** How many were taken, were known already, or still do not fit. */
    public record Replayed(int taken, int repeated, int stillBad) {}

    private final QuarantineStore quarantine;
    private final SourceStore sources;
    private final ReadMessages read;
    private final TakeEvents take;
    private final Clock clock;

    ReplayQuarantine(
            QuarantineStore quarantine,
            SourceStore sources,
            ReadMessages read,
            TakeEvents take,
            Clock clock) {
        this.quarantine = quarantine;
        this.sources = sources;
        this.read = read;
        this.take = take;
        this.clock = clock;
    }

    /** The first waiting ones, or one of them. */
    @Transactional
    public Replayed handle(@Nullable Long id) {
        int taken = 0;
        int repeated = 0;
        int stillBad = 0;
        for (Quarantined each : quarantine.waiting(id, AT_ONCE)) {
            Source source = sources.find(each.sourceId());
            ReadMessages.Read found =
                    read.again(
                            each.call(),
                            each.raw().getBytes(StandardCharsets.UTF_8),
                            each.sentAt());
            if (found.messages().isEmpty()) {
                stillBad++;
            } else if (take.take(source, found, each.receivedAt())
                    instanceof TakeEvents.Outcome.Taken done) {
                taken += done.accepted();
                repeated += done.repeated();
                quarantine.settle(each.id(), "replayed", clock.instant());
            }
        }
        return new Replayed(taken, repeated, stillBad);
    }

    /** False when it does not wait. */
    @Transactional
    public boolean drop(long id) {
        return quarantine.settle(id, "dropped", clock.instant());
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Quarantined> page(String state, long before, int limit) {
        return quarantine.page(state, before, limit);
    }
}
