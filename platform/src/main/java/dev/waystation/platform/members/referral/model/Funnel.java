package dev.waystation.platform.members.referral.model;

/**
 * How invitations went on. The K factor is how many members one member brings: the visitors per
 * inviter times the share of visitors who join.
 */
public record Funnel(
        long inviters,
        long clicks,
        long visitors,
        long registrations,
        long firstOrders,
        long confirmed,
        long refused,
        long inReview,
        long pointsHeld,
        long pointsEarned,
        long pointsReversed) {

    public double visitorsPerInviter() {
        return ratio(visitors, inviters);
    }

    public double conversion() {
        return ratio(registrations, visitors);
    }

    public double kFactor() {
        return visitorsPerInviter() * conversion();
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
