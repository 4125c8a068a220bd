package dev.waystation.platform.members.benefits.model;

import dev.waystation.amounts.Share;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;

/**
 * Something to have for points, or points and cash.
 *
 * @param leastShare least part of the price paid in points, in hundredths of a percent
 * @param mostShare largest part
 * @param firstUsePoints a member who never used points must own this many first
 */
public record Reward(
        long id,
        Said name,
        long priceMinor,
        int pointsPerYuan,
        int leastShare,
        int mostShare,
        long firstUsePoints,
        int memberLimit,
        long stock,
        boolean open) {

    public Reward {
        Malformed.require(priceMinor > 0, "priceMinor", priceMinor, "give a positive price");
        Malformed.require(
                pointsPerYuan > 0, "pointsPerYuan", pointsPerYuan, "give a positive rate");
        Malformed.require(
                leastShare >= 0 && leastShare <= mostShare && mostShare > 0 && mostShare <= 10_000,
                "leastShare",
                leastShare,
                "give shares with 0 ≤ least ≤ most ≤ 10000");
        Malformed.require(memberLimit > 0, "memberLimit", memberLimit, "give one or more");
        Malformed.require(stock >= 0, "stock", stock, "give 0 or more");
    }

    /** What is paid in each. */
    public record Split(long points, long cashMinor) {}

    /** The fewest points that are accepted; a started point counts whole. */
    public long leastPoints() {
        return points(Share.basisPoints(leastShare).of(priceMinor));
    }

    /** The most points that are accepted. */
    public long mostPoints() {
        return points(Share.basisPoints(mostShare).of(priceMinor));
    }

    /** Points and the cash that is left; a part of a minor unit stays cash. */
    public Split split(long points) {
        long covered =
                points == mostPoints() && mostShare == 10_000
                        ? priceMinor
                        : points * 100 / pointsPerYuan;
        return new Split(points, Math.max(0, priceMinor - Math.min(priceMinor, covered)));
    }

    private long points(long minor) {
        return Math.ceilDiv(minor * pointsPerYuan, 100L);
    }
}
