package dev.waystation.statistics;

/**
 * All that analysis needs of one arm: sums over its units of a value, of a second one that it is
 * divided by or explained with, and of their products. Sums of two days or shards add up.
 */
public record Moments(
        long units,
        double sum,
        double sumSquares,
        double other,
        double otherSquares,
        double cross) {

    public static final Moments NONE = new Moments(0, 0, 0, 0, 0, 0);

    /** With one more unit. */
    public Moments with(double value, double otherValue) {
        return new Moments(
                units + 1,
                sum + value,
                sumSquares + value * value,
                other + otherValue,
                otherSquares + otherValue * otherValue,
                cross + value * otherValue);
    }

    /** With one more unit of which one value is known. */
    public Moments with(double value) {
        return with(value, 0);
    }

    public Moments plus(Moments more) {
        return new Moments(
                units + more.units,
                sum + more.sum,
                sumSquares + more.sumSquares,
                other + more.other,
                otherSquares + more.otherSquares,
                cross + more.cross);
    }

    public double mean() {
        return sum / units;
    }

    public double otherMean() {
        return other / units;
    }

    /** Unbiased. */
    public double variance() {
        return spread(sumSquares, sum, sum);
    }

    public double otherVariance() {
        return spread(otherSquares, other, other);
    }

    public double covariance() {
        return spread(cross, sum, other);
    }

    private double spread(double products, double a, double b) {
        return units < 2 ? 0 : Math.max(products - a * b / units, lowest(a, b)) / (units - 1);
    }

    /** Rounding may not make a sum of squares negative; a covariance may be. */
    private static double lowest(double a, double b) {
        return Double.compare(a, b) == 0 ? 0 : Double.NEGATIVE_INFINITY;
    }

    /** The mean per unit, and how sure it is. */
    public Estimate estimate() {
        return new Estimate(units, mean(), variance() / units);
    }

    /**
     * Sum over sum, such as spend per trip; or, over clusters, the mean per member with the
     * variance that clusters really have. Delta method.
     */
    public Estimate ratio() {
        double ratio = sum / other;
        double perUnit =
                (variance() + ratio * ratio * otherVariance() - 2 * ratio * covariance())
                        / (otherMean() * otherMean());
        return new Estimate(units, ratio, perUnit / units);
    }

    /**
     * The mean with what the other value explains taken out (CUPED). The other must be of before
     * the trial, so that no arm can have moved it.
     *
     * @param slope of all arms together, see {@link #slope}
     * @param otherMean of all arms together
     */
    public Estimate adjusted(double slope, double otherMean) {
        double mean = mean() - slope * (otherMean() - otherMean);
        double variance = variance() + slope * slope * otherVariance() - 2 * slope * covariance();
        return new Estimate(units, mean, Math.max(variance, 0) / units);
    }

    /** How much of the value goes with one of the other. */
    public double slope() {
        double spread = otherVariance();
        return spread == 0 ? 0 : covariance() / spread;
    }

    /** A mean and the variance of that mean. */
    public record Estimate(long units, double mean, double variance) {}
}
