package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.audience.Segments.Barrier;
import dev.waystation.platform.foundation.edge.Malformed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who stands behind a bar of the funnel before a launch. */
@Service
public class FunnelPeople {

    private static final String MATCHED = "MATCHED";
    private static final Set<String> BARRIERS = Set.of("NO_CONSENT", "OPTED_OUT", "NO_ADDRESS");
    private static final Set<String> FATES = Set.of("SUPPRESSED", "FREQUENCY_CAP", "WILL_RECEIVE");

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
            return segments.behind(
                    Barrier.valueOf(bar), asked.segmentId(), asked.channel(), after, limit);
        }
        Malformed.require(FATES.contains(bar), "bar", bar, "name the code of a bar of the funnel");
        FunnelSieve.Fate wanted = FunnelSieve.Fate.valueOf(bar);
        return sieve.pages(asked, after)
                .flatMap(page -> page.entrySet().stream())
                .filter(each -> each.getValue() == wanted)
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
    }
}
