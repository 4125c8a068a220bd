package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.audience.Segments.Barrier;
import dev.waystation.platform.foundation.edge.Malformed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who stands behind a bar of the funnel before a launch. */
@Service
public class FunnelPeople {

    private static final String MATCHED = "MATCHED";
    private static final Set<String> BARRIERS = Set.of("NO_CONSENT", "OPTED_OUT", "NO_ADDRESS");
    private static final Set<String> FATES =
            Set.of("NO_ADDRESS", "SUPPRESSED", "FREQUENCY_CAP", "WILL_RECEIVE");

    private final Segments segments;
    private final FunnelSieve sieve;

    FunnelPeople(Segments segments, FunnelSieve sieve) {
        this.segments = segments;
        this.sieve = sieve;
    }

    /** Members of a bar after a number, in the order of numbers. */
    @Transactional(readOnly = true)
    public List<Long> handle(FunnelAudience.Command asked, String bar, long after, int limit) {
        if (bar.equals(MATCHED)) {
            return segments.members(asked.segmentId(), after, limit);
        }
        if (BARRIERS.contains(bar)) {
            Stream<Long> kept =
                    segments
                            .behind(
                                    Barrier.valueOf(bar),
                                    asked.segmentId(),
                                    asked.way(),
                                    after,
                                    limit)
                            .stream();
            return FATES.contains(bar)
                    ? Stream.concat(kept, meeting(bar, asked, after, limit))
                            .sorted()
                            .limit(limit)
                            .toList()
                    : kept.toList();
        }
        Malformed.require(FATES.contains(bar), "bar", bar, "name the code of a bar of the funnel");
        return meeting(bar, asked, after, limit).toList();
    }

    private Stream<Long> meeting(String bar, FunnelAudience.Command asked, long after, int limit) {
        FunnelSieve.Fate wanted = FunnelSieve.Fate.valueOf(bar);
        return sieve.pages(asked, after)
                .flatMap(page -> page.entrySet().stream())
                .filter(each -> each.getValue() == wanted)
                .map(Map.Entry::getKey)
                .limit(limit);
    }
}
