package dev.waystation.platform.members.benefits;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.benefits.model.Period;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A benefit for a member.
 *
 * @param reference one grant for ever
 * @param source what it hangs on: {@code tier:gold}, {@code pass:…}, {@code pack:newcomer}, {@code
 *     person}; recalled by it
 * @param quota uses per period
 */
public record EntitlementGrant(
        UUID reference,
        long memberId,
        String benefit,
        String source,
        int quota,
        Period period,
        LocalDate from,
        LocalDate until) {

    public EntitlementGrant {
        Malformed.require(quota > 0, "quota", quota, "give at least one use");
        Malformed.require(!until.isBefore(from), "until", until, "give a day on or after `from`");
    }

    /** So many uses over its whole term. */
    public static EntitlementGrant forTerm(
            UUID reference,
            long memberId,
            String benefit,
            String source,
            int quota,
            LocalDate from,
            LocalDate until) {
        return new EntitlementGrant(
                reference, memberId, benefit, source, quota, Period.TERM, from, until);
    }
}
