package dev.waystation.platform.selling.booking.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * Staff decided anew when and for how much tickets are changed.
 *
 * @param changed how many rules are other ones now
 */
public record ChangeRulesSet(int changed, String by, Instant occurredAt) implements Fact {

    @Override
    public long subject() {
        return 0;
    }
}
