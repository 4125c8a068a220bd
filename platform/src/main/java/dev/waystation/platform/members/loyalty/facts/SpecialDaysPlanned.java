package dev.waystation.platform.members.loyalty.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** Staff changed on which days a programme is special, or by how much. */
public record SpecialDaysPlanned(
        String programme,
        String day,
        String nameZh,
        String nameEn,
        int dates,
        String factor,
        String by,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return 0;
    }
}
