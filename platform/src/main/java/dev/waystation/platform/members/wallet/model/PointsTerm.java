package dev.waystation.platform.members.wallet.model;

import dev.waystation.ledger.ExpiryPolicy.RoundedUpTo;
import dev.waystation.platform.foundation.edge.Malformed;
import java.util.List;

/**
 * How long points last.
 *
 * @param months counted from the day they post
 * @param rounding up to the end of what the last day is moved
 * @param graceDays how long points are good that come back after their last day
 * @param noticeDays how many days before the last day the owner is told
 */
public record PointsTerm(
        int months, RoundedUpTo rounding, int graceDays, List<Integer> noticeDays) {

    public PointsTerm {
        Malformed.require(months > 0 && months <= 120, "points.months", months, "give 1 to 120");
        Malformed.require(
                graceDays >= 0 && graceDays <= 365, "points.graceDays", graceDays, "give 0 to 365");
        noticeDays = List.copyOf(noticeDays);
    }
}
