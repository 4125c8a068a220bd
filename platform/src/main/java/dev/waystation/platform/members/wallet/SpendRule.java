package dev.waystation.platform.members.wallet;

import dev.waystation.platform.foundation.edge.Malformed;

/**
 * When points pay, and what they are worth.
 *
 * @param firstUsePoints what a member who never used points must own first
 * @param pointsPerYuan how many points pay a yuan
 * @param mostPermille the largest part of a price that points pay, in thousandths
 */
public record SpendRule(long firstUsePoints, int pointsPerYuan, int mostPermille) {

    public static final SpendRule USUAL = new SpendRule(10_000, 100, 1_000);

    public SpendRule {
        Malformed.require(
                firstUsePoints >= 0, "spending.firstUsePoints", firstUsePoints, "give 0 or more");
        Malformed.require(
                pointsPerYuan > 0 && pointsPerYuan <= 10_000,
                "spending.pointsPerYuan",
                pointsPerYuan,
                "give 1 to 10000");
        Malformed.require(
                mostPermille > 0 && mostPermille <= 1_000,
                "spending.mostPermille",
                mostPermille,
                "give 1 to 1000");
    }

    /** What points are worth, in minor units; a started unit does not count. */
    public long worth(long points) {
        return Math.multiplyExact(points, 100L) / pointsPerYuan;
    }

    /** The fewest points that pay an amount. */
    public long pointsFor(long minor) {
        return Math.ceilDiv(Math.multiplyExact(minor, (long) pointsPerYuan), 100L);
    }

    /** The most points that a price takes; a part of a minor unit stays cash. */
    public long mostPointsOf(long minor) {
        return pointsFor(minor * mostPermille / 1_000);
    }
}
