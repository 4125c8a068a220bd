package dev.waystation.ledger;

import java.math.BigInteger;

/**
 * Revenue put off for points until they are redeemed. The estimate of how many ever will be may
 * change; the revenue of a period is then the new running total, minus what was booked before.
 */
public final class DeferredRevenue {

    private DeferredRevenue() {}

    /** Running total: allocated × redeemed / expected, rounded half up once, never above it all. */
    public static long earned(long allocated, long redeemed, long expected) {
        if (allocated < 0 || redeemed < 0 || expected <= 0) {
            throw new IllegalArgumentException(
                    "%d redeemed of %d expected for %d".formatted(redeemed, expected, allocated));
        }
        BigInteger whole = BigInteger.valueOf(expected);
        long earned =
                BigInteger.valueOf(allocated)
                        .multiply(BigInteger.valueOf(redeemed))
                        .multiply(BigInteger.TWO)
                        .add(whole)
                        .divide(whole.multiply(BigInteger.TWO))
                        .longValueExact();
        return Math.min(earned, allocated);
    }

    /** What a number of points is worth at a price per so many, rounded half up once. */
    public static long worth(long points, long minorPer, long perPoints) {
        return Proration.part(minorPer * points, perPoints, 0, 1);
    }

    /** The part of the sale that is for points, by relative stand-alone prices. */
    public static long allocated(long paid, long goods, long points) {
        return paid - earned(paid, goods, goods + points);
    }
}
