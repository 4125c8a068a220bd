package dev.waystation.platform.members.wallet.model;

import dev.waystation.platform.foundation.edge.Malformed;

/**
 * When missing points can be claimed.
 *
 * @param fromDays how long after the trip its points may still be on their way
 * @param days until when after the trip a claim counts
 */
public record ClaimRule(int fromDays, int days) {

    public ClaimRule {
        Malformed.require(
                fromDays >= 0 && fromDays <= 60, "claims.fromDays", fromDays, "give 0 to 60");
        Malformed.require(
                days > fromDays && days <= 730,
                "claims.days",
                days,
                "give more days than claims.fromDays, 730 at most");
    }
}
