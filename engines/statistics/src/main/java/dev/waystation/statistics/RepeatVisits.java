package dev.waystation.statistics;

import java.util.List;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * How often people come again, and whether they still do: the BG/NBD model (Fader, Hardie, Lee,
 * "Counting your customers" the easy way, Marketing Science 24(2), 2005).
 *
 * <p>While somebody is alive he comes by a Poisson process; rates differ between people by a gamma
 * law ({@code r}, {@code alpha}); after each visit he leaves for good with a probability that
 * differs by a beta law ({@code a}, {@code b}). Time has whatever unit the histories have.
 *
 * <p>Probabilities and expectations cost some hundred nanoseconds; a fit some hundred passes over
 * the histories.
 *
 * @param r shape of the rates, above 0
 * @param alpha inverse scale of the rates in units of time, above 0
 * @param a first shape of the chances to leave, above 0
 * @param b second shape of the chances to leave, above 0
 */
public record RepeatVisits(double r, double alpha, double a, double b) {

    /** Fewer people who came again than this fit nothing. */
    public static final int FEWEST_RETURNED = 20;

    private static final double TINY = 1e-12;
    private static final int MOST_TERMS = 100_000;
    private static final double FARTHEST = 30;

    public RepeatVisits {
        if (!(r > 0 && alpha > 0 && a > 0 && b > 0) || Double.isInfinite(r + alpha + a + b)) {
            throw new IllegalArgumentException(
                    "r (%s), alpha (%s), a (%s) and b (%s) must be above 0 and finite"
                            .formatted(r, alpha, a, b));
        }
    }

    /**
     * What is known of one person at the end of the time he was watched.
     *
     * @param repeats visits after the first
     * @param last time from the first visit to the last; 0 where there was but one
     * @param age time from the first visit until now
     */
    public record History(int repeats, double last, double age) {
        public History {
            if (repeats < 0 || !(last >= 0 && last <= age) || Double.isInfinite(age)) {
                throw new IllegalArgumentException(
                        "repeats (%d) must be 0 or more, and last (%s) between 0 and age (%s)"
                                .formatted(repeats, last, age));
            }
            if (repeats == 0 && last != 0) {
                throw new IllegalArgumentException(
                        "last (" + last + ") must be 0 for who came but once");
            }
        }
    }

    /**
     * The likeliest parameters.
     *
     * @throws IllegalArgumentException when fewer than {@link #FEWEST_RETURNED} came again, or all
     *     ages are zero
     */
    public static RepeatVisits fit(List<History> histories) {
        long returned = histories.stream().filter(each -> each.repeats() > 0).count();
        if (returned < FEWEST_RETURNED) {
            throw new IllegalArgumentException(
                    "%d came again, a fit needs %d".formatted(returned, FEWEST_RETURNED));
        }
        double age = histories.stream().mapToDouble(History::age).average().orElse(0);
        if (!(age > 0)) {
            throw new IllegalArgumentException("all histories end where they begin");
        }
        double[] start = {0, Math.log(age), 0, Math.log(2)};
        double[] found =
                NelderMead.lowest(
                        logs -> far(logs) ? Double.NaN : -of(logs).logLikelihood(histories),
                        start,
                        0.7);
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

    private static RepeatVisits of(double[] logs) {
        return new RepeatVisits(
                Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]));
    }

    /** Their equation 6, in logarithms, summed over all. */
    public double logLikelihood(List<History> histories) {
        int most = histories.stream().mapToInt(History::repeats).max().orElse(0);
        double[] ofCount = new double[most + 1]; // the same for all who came as often
        for (int x = 0; x <= most; x++) {
            ofCount[x] =
                    LogGamma.value(r + x)
                            - LogGamma.value(r)
                            + r * Math.log(alpha)
                            + LogBeta.value(a, b + x)
                            - LogBeta.value(a, b);
        }
        double sum = 0;
        for (History each : histories) {
            sum +=
                    ofCount[each.repeats()]
                            - (r + each.repeats()) * Math.log(alpha + each.age())
                            + log1pExp(logOddsGone(each));
        }
        return sum;
    }

    /** The chance that he still comes at all, in 0..1; surely so for who came but once. */
    public double alive(History history) {
        return 1 / (1 + Math.exp(logOddsGone(history)));
    }

    /** Odds of having left against being alive, as a logarithm. */
    private double logOddsGone(History history) {
        int x = history.repeats();
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.log(a / (b + x - 1))
                + (r + x) * Math.log((alpha + history.age()) / (alpha + history.last()));
    }

    /**
     * The chance of at least one visit in the time that follows. Who is alive has, by Bayes, a rate
     * from the gamma law {@code (r + x, alpha + T)}, and leaves only after a visit.
     */
    public double comesWithin(double time, History history) {
        requireTime(time);
        double stays = (r + history.repeats()) * Math.log1p(-time / (alpha + history.age() + time));
        return alive(history) * -Math.expm1(stays);
    }

    /**
     * Visits to be expected in the time that follows (their equation 10), with the hypergeometric
     * function in Euler's form, whose terms neither overflow nor cancel for frequent visitors.
     */
    public double expected(double time, History history) {
        requireTime(time);
        if (time == 0) {
            return 0;
        }
        double leaves = Math.abs(a - 1) < 1e-6 ? 1 + 1e-6 : a; // the formula divides by a - 1
        int x = history.repeats();
        double z = time / (alpha + history.age() + time);
        double series = hypergeometric(leaves + b - 1 - r, leaves - 1, leaves + b + x - 1, z);
        double ifAlive =
                (leaves + b + x - 1) / (leaves - 1) * (1 - Math.pow(1 - z, leaves - 1) * series);
        return ifAlive * alive(history);
    }

    /** Visits after the first that somebody new will have made after a time. */
    public double expectedOfNew(double time) {
        return expected(time, new History(0, 0, 0));
    }

    private static void requireTime(double time) {
        if (!(time >= 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException("time (" + time + ") must be 0 or more and finite");
        }
    }

    /** Gauss's series; {@code z} in 0..1. */
    static double hypergeometric(double p, double q, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < MOST_TERMS; n++) {
            term *= (p + n) * (q + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (Math.abs(term) <= TINY * Math.abs(sum) / 100) {
                return sum;
            }
        }
        return sum;
    }

    private static double log1pExp(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }
}
