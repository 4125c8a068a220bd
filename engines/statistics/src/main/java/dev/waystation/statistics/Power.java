package dev.waystation.statistics;

/** How many units a trial needs, and what it can find with those it gets. */
public final class Power {

    private static final Normal STANDARD = new Normal(0, 1);

    private Power() {}

    /** Units per arm to find a change from one share to another. */
    public static double unitsForShares(double before, double after, double alpha, double power) {
        double mean = (before + after) / 2;
        double spread = Math.sqrt(2 * mean * (1 - mean));
        double each = Math.sqrt(before * (1 - before) + after * (1 - after));
        double reach = z(alpha / 2) * spread + z(1 - power) * each;
        return square(reach / (after - before));
    }

    /** Units per arm to find a relative lift of a mean with this deviation. */
    public static double unitsForMean(
            double mean, double deviation, double lift, double alpha, double power) {
        double both = z(alpha / 2) + z(1 - power);
        return 2 * square(both * deviation / (mean * lift));
    }

    /** The smallest relative lift of a mean that so many units per arm find. */
    public static double detectableLift(
            double mean, double deviation, double units, double alpha, double power) {
        return (z(alpha / 2) + z(1 - power)) * deviation * Math.sqrt(2 / units) / mean;
    }

    private static double z(double share) {
        return STANDARD.upperQuantile(share);
    }

    private static double square(double x) {
        return x * x;
    }
}
