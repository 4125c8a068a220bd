package dev.waystation.platform.operators.venues.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.List;

/**
 * A program sees these venues from now on.
 *
 * @param venues none for all of them
 */
public record ProgramScoped(long clientId, List<String> venues, String by, Instant occurredAt)
        implements Fact {
    public ProgramScoped {
        venues = List.copyOf(venues);
    }

    @Override
    public long subject() {
        return clientId;
    }
}
