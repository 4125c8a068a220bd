package dev.waystation.platform.engagement.journey.model;

import java.time.Instant;
import java.util.Map;

/**
 * A fact about a member, as journeys see it.
 *
 * @param position in the log; names the fact for good
 * @param values its components by name
 */
public record HeardFact(
        long position, String name, long memberId, Instant at, Map<String, Object> values) {

    public HeardFact {
        values = Map.copyOf(values);
    }

    /** The same fact, of the member who stays for the one it names. */
    public HeardFact of(long other) {
        return new HeardFact(position, name, other, at, values);
    }
}
