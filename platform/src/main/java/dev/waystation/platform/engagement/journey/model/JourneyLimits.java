package dev.waystation.platform.engagement.journey.model;

import dev.waystation.platform.foundation.edge.Malformed;

/**
 * Caps across all journeys that have a priority, and from when a second person must agree. Zero
 * switches a limit off.
 *
 * @param entries into such journeys a member may have within {@code days}
 * @param concurrent such journeys a member may be in at a time
 * @param members from how many members on a launch needs an approval
 * @param points from how many points, all members together
 * @param smsMinor from what cost of text messages, at {@code smsPriceMinor} each
 */
public record JourneyLimits(
        int entries,
        int days,
        int concurrent,
        long members,
        long points,
        long smsMinor,
        int smsPriceMinor) {

    public static final JourneyLimits NONE = new JourneyLimits(0, 7, 0, 0, 0, 0, 5);

    public JourneyLimits {
        Malformed.require(days >= 1 && days <= 90, "days", days, "give 1 to 90 days");
        Malformed.require(
                entries >= 0 && concurrent >= 0, "entries", entries, "give 0 for no cap, or more");
        Malformed.require(
                members >= 0 && points >= 0 && smsMinor >= 0 && smsPriceMinor >= 0,
                "members",
                members,
                "give 0 for no threshold, or more");
    }

    public boolean capsEntries() {
        return entries > 0 || concurrent > 0;
    }

    /** What a launch would come to. */
    public record Estimate(long members, long points, long smsMinor) {}

    public boolean asksForApproval() {
        return members > 0 || points > 0 || smsMinor > 0;
    }

    public boolean needsApproval(Estimate launch) {
        return over(launch.members(), members)
                || over(launch.points(), points)
                || over(launch.smsMinor(), smsMinor);
    }

    private static boolean over(long value, long threshold) {
        return threshold > 0 && value >= threshold;
    }
}
