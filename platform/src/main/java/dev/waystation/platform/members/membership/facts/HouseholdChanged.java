package dev.waystation.platform.members.membership.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * Something changed in a family that shares points.
 *
 * @param memberId whom it is about
 * @param what {@code FORMED}, {@code JOINED}, {@code LEFT}, {@code REMOVED}, {@code BANNED}, {@code
 *     DISBANDED}, {@code OWNER}, {@code LIMIT}, {@code SHARE}, {@code RULES}, {@code FROZEN} or
 *     {@code THAWED}
 * @param by who did it, as {@code member:7} or {@code staff:1}
 */
public record HouseholdChanged(
        long householdId, long memberId, String what, String by, String detail, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
