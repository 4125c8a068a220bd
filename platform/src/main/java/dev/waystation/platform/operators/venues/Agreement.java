package dev.waystation.platform.operators.venues;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contract by which staff of one venue sees events of another.
 *
 * @param giver whose events are shown
 * @param taker to whose staff
 * @param purpose service or analytics
 * @param contract how the contract is found
 * @param startsAt from then on
 * @param endsAt until then, excluded
 * @param endedAt when it was ended early
 */
public record Agreement(
        long id,
        String giver,
        String taker,
        String purpose,
        String contract,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant endedAt) {

    public Agreement {
        Malformed.require(
                purpose.equals("service") || purpose.equals("analytics"),
                "purpose",
                purpose,
                "choose service or analytics");
        Malformed.require(
                !giver.equals(taker), "taker", taker, "name two venues that are not the same");
        Malformed.require(
                !contract.isBlank() && contract.length() <= 200,
                "contract",
                contract,
                "name the contract it stands in");
        Malformed.require(
                startsAt.isBefore(endsAt), "endsAt", endsAt, "let it end after it begins");
    }

    /** Whether it opens anything at that moment. */
    public boolean holds(Instant at) {
        return endedAt == null && !at.isBefore(startsAt) && at.isBefore(endsAt);
    }
}
