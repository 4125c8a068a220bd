package dev.waystation.statistics;

import java.util.List;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * What people spend at a visit: the gamma-gamma model (Fader, Hardie, Lee, RFM and CLV, Journal of
 * Marketing Research 42, 2005; Fader, Hardie, The gamma-gamma model of monetary value, 2013). Each
 * person's amounts follow a gamma law of shape {@code p}; its scale differs between people by a
 * gamma law ({@code q}, {@code v}). Whoever came seldom is drawn towards the mean of all.
 *
 * @param p shape of one person's amounts, above 0
 * @param q shape of the scales, above 1 so that there is a mean
 * @param v inverse scale of the scales in money, above 0
 */
public record SpendPerVisit(double p, double q, double v) {

    private static final double FARTHEST = 30;

    public SpendPerVisit {
        if (!(p > 0 && q > 1 && v > 0) || Double.isInfinite(p + q + v)) {
            throw new IllegalArgumentException(
                    "p (%s) and v (%s) must be above 0, q (%s) above 1, all finite"
                            .formatted(p, v, q));
        }
    }

    /**
     * What one person spent.
     *
     * @param visits how many are in the mean, 1 or more
     * @param mean of them, above 0
     */
    public record Spent(int visits, double mean) {
        public Spent {
            if (visits < 1 || !(mean > 0) || Double.isInfinite(mean)) {
                throw new IllegalArgumentException(
                        "visits (%d) must be 1 or more, and mean (%s) above 0 and finite"
                                .formatted(visits, mean));
            }
        }
    }

    /**
     * The likeliest parameters.
     *
     * @throws IllegalArgumentException for fewer than {@link RepeatVisits#FEWEST_RETURNED} people
     */
    public static SpendPerVisit fit(List<Spent> all) {
        if (all.size() < RepeatVisits.FEWEST_RETURNED) {
            throw new IllegalArgumentException(
                    "%d spent something, a fit needs %d"
                            .formatted(all.size(), RepeatVisits.FEWEST_RETURNED));
        }
        double mean = all.stream().mapToDouble(Spent::mean).average().orElse(1);
        double[] start = {Math.log(2), Math.log(2), Math.log(mean)};
        double[] found =
                NelderMead.lowest(
                        logs -> far(logs) ? Double.NaN : -of(logs).logLikelihood(all), start, 0.7);
        return of(found);
    }

    private static boolean far(double[] logs) {
        for (double each : logs) {
            if (Math.abs(each) > FARTHEST) {
                return true;
            }
        }
        return false;
    }

    private static SpendPerVisit of(double[] logs) {
        return new SpendPerVisit(Math.exp(logs[0]), 1 + Math.exp(logs[1]), Math.exp(logs[2]));
    }

    /** Equation 1a of the note of 2013, in logarithms, summed over all. */
    public double logLikelihood(List<Spent> all) {
        double sum = 0;
        for (Spent each : all) {
            double shape = p * each.visits();
            double total = each.visits() * each.mean();
            sum +=
                    -LogBeta.value(shape, q)
                            + q * Math.log(v)
                            - Math.log(each.mean())
                            + shape * Math.log(total)
                            - (shape + q) * Math.log(v + total);
        }
        return sum;
    }

    /** What somebody of whom nothing is known spends at a visit. */
    public double mean() {
        return p * v / (q - 1);
    }

    /** What this person is expected to spend at a visit: between his own mean and that of all. */
    public double mean(Spent spent) {
        return p * (v + spent.visits() * spent.mean()) / (p * spent.visits() + q - 1);
    }
}
