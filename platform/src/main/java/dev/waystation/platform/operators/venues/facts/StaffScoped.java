package dev.waystation.platform.operators.venues.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.List;

/**
 * Somebody of the staff sees these venues from now on.
 *
 * @param venues none for all of them
 */
public record StaffScoped(long staffId, List<String> venues, String by, Instant occurredAt)
        implements Fact {
    public StaffScoped {
        venues = List.copyOf(venues);
    }

    @Override
    public long subject() {
        return staffId;
    }
}
