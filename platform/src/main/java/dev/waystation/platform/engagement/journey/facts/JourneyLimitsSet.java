package dev.waystation.platform.engagement.journey.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * Somebody changed the caps across journeys or from where on a launch needs a second person.
 *
 * @param entries into journeys with a priority, per member in that many days
 * @param concurrent journeys a member may be in at a time
 * @param members from how many members on a launch needs an approval
 * @param points from how many points, all members together
 * @param smsMinor from what cost of text messages
 */
public record JourneyLimitsSet(
        int entries,
        int days,
        int concurrent,
        long members,
        long points,
        long smsMinor,
        String by,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return 0;
    }
}
